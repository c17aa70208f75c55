"""The words callers use for rooms, things and faults, and which of them mean one thing.

Each row: what is meant, how much it tells about a fault (1 little, 3 much), the words.
A longer word goes before a shorter one; words of one character count only where the
character itself was typed, since too many others sound the same.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FaultWord:
    """One meaning: its name, its weight, and the words for it."""

    meaning: str
    weight: int
    words: tuple[str, ...]


def _row(meaning: str, weight: int, words: str) -> FaultWord:
    return FaultWord(meaning, weight, tuple(words.split()))


ROOM_WORDS = (
    _row("room:kitchen", 2, "厨房 灶间"),
    _row("room:bath", 2, "卫生间 洗手间 厕所 浴室 淋浴间 卫浴 主卫 客卫 公卫 茅房"),
    _row("room:living", 2, "客厅 餐厅 起居室"),
    _row("room:bedroom", 2, "主卧室 次卧室 卧室 主卧 次卧 睡房 儿童房 北卧 南卧"),
    _row("room:balcony", 2, "阳台 露台 飘窗"),
    _row("room:study", 2, "书房"),
    _row("room:entrance", 2, "玄关 门厅"),
)
"""Rooms inside a unit; two calls that name different ones speak of two places."""

THING_WORDS = (
    _row("tap", 3, "水龙头 水笼头 龙头 水嘴 水咀"),
    _row("toilet", 3, "马桶 坐便器 座便器 坐便 座便 便池 蹲便器 蹲便 蹲坑 大便器 抽水箱"),
    _row("urinal", 3, "小便池 小便斗 小便器 尿斗"),
    _row("drain", 3, "地漏 下水道 下水管 下水口 排水管 排水口 排污管 污水管 落水管"),
    _row("basin", 3, "洗手盆 洗脸盆 洗手池 洗脸池 面盆 台盆 水槽 洗菜盆 洗菜池 水池"),
    _row("shower", 3, "花洒 淋浴 莲蓬头 喷头 浴缸"),
    _row("heater", 3, "热水器 小厨宝 壁挂炉"),
    _row("valve", 3, "阀门 角阀 三角阀 水阀 闸阀 总阀 截门"),
    _row("meter", 3, "水表 电表 燃气表"),
    _row("pipe", 2, "自来水管 上水管 给水管 进水管 立管 水管 管道 管子 软管 管路 接头"),
    _row("lamp", 3, "声控灯 感应灯 应急灯 路灯 草坪灯 景观灯 射灯 筒灯 吸顶灯 吊灯"),
    _row("lamp", 3, "日光灯 节能灯 灯管 灯泡 灯具 灯带 照明灯 照明 电灯 灯"),
    _row("socket", 3, "插座 插排 插孔 电源插座"),
    _row("switch", 3, "灯开关 墙壁开关 开关面板 开关"),
    _row("breaker", 3, "空气开关 漏电保护器 漏保 空开 电闸 总闸 配电箱 电箱 闸刀"),
    _row("door", 3, "防火门 单元门 入户门 玻璃门 自动门 房门 推拉门 大门 木门 门扇"),
    _row("door", 3, "闭门器 地弹簧 合页 门把手 门吸 门"),
    _row("lock", 3, "门锁 锁芯 密码锁 指纹锁 锁具 锁头 锁舌 钥匙 锁"),
    _row("window", 3, "窗户 窗扇 推拉窗 纱窗 窗把手 玻璃窗 玻璃 窗"),
    _row("wall", 3, "墙面 墙壁 墙皮 墙体 墙角 外墙 腻子 墙纸 墙"),
    _row("ceiling", 2, "天花板 天花 吊顶 顶棚 顶板 房顶 屋顶 棚顶 顶上"),
    _row("tile", 3, "地砖 瓷砖 墙砖 地板砖 面砖 石材 大理石 地板 踢脚线"),
    _row("aircon", 3, "中央空调 空调器 空调 冷气 风机盘管 出风口 风口 盘管 外机"),
    _row("heating", 3, "暖气片 散热器 地暖 暖气 供暖 采暖"),
    _row("intercom", 3, "可视对讲 楼宇对讲 对讲机 对讲 门铃"),
    _row("network", 3, "宽带 网线 网络 路由器 光猫 信号 上网"),
    _row("television", 3, "电视机 电视 机顶盒"),
    _row("gas", 3, "天然气 燃气灶 燃气 煤气"),
    _row("hood", 3, "抽油烟机 油烟机 烟机"),
    _row("fan", 3, "排气扇 换气扇 排风扇 排风机 风扇 风机"),
    _row("lift", 3, "电梯 客梯 货梯 消防梯 观光梯 升降梯 轿厢 扶梯"),
    _row("camera", 3, "监控探头 摄像头 摄像机 监控 探头"),
    _row("barrier", 3, "道闸 车闸 抬杆 栏杆机 起落杆 升降杆 车牌识别"),
    _row("access", 3, "门禁机 门禁系统 门禁 刷卡机 读卡器 闸机"),
    _row("smoke", 3, "烟感 感烟 烟雾报警 探测器 消防主机 手报"),
    _row("hydrant", 3, "消火栓 消防栓 消防箱 喷淋头 喷淋 灭火器 消防管"),
    _row("bin", 3, "垃圾桶 果皮箱 垃圾箱 垃圾"),
    _row("cover", 3, "井盖 窨井盖 沟盖 篦子 水篦子"),
    _row("rail", 3, "扶手 护栏 栏杆 围栏"),
    _row("play", 3, "滑梯 秋千 健身器材 游乐设施 单杠 跷跷板"),
    _row("ramp", 3, "减速带 车挡 挡车器 反光镜 地锁 车位锁"),
    _row("pump", 3, "水泵 排污泵 潜水泵 稳压泵 增压泵 泵"),
    _row("mailbox", 3, "信报箱 信箱 快递柜 丰巢"),
    _row("charger", 3, "充电桩 充电插座 充电器"),
    _row("furniture", 3, "柜门 橱柜 抽屉 桌子 椅子 办公椅 窗帘 镜子 挂钩 晾衣架"),
    _row("printer", 3, "打印机 复印机 投影仪 饮水机 电话机"),
    _row("water", 1, "自来水 热水 冷水 污水 水"),
)
"""Things that fail."""

FAULT_WORDS = (
    _row("leak", 3, "漏水 渗水 滴水 滴漏 渗漏 跑水 冒水 喷水 淌水 流水 洇水 洇湿 溅水"),
    _row("leak", 3, "爆管 爆裂 爆了 水渍 水印 返潮 潮湿 积水 泡水 湿了 浸水 往下滴"),
    _row("leak", 3, "往下流 滴滴答答 关不紧 漏 渗 滴 淌 湿 淹 洇"),
    _row("block", 3, "堵塞 堵住 堵了 不通 疏通 返水 反水 冒粪 溢水 下不去 下水慢"),
    _row("block", 3, "不下水 下水不畅 排水不畅 流不下去 冲不下去 漫出来 堵"),
    _row("dark", 3, "不亮 不着 黑的 漆黑 熄灭 灭了 闪烁 一闪一闪 忽明忽暗 烧了 频闪"),
    _row("dark", 3, "亮不了 黑灯 闪 灭 黑"),
    _row("no power", 3, "停电 没电 断电 无电 跳闸 短路 不通电 没有电 合不上闸"),
    _row("no water", 3, "停水 没水 无水 不出水 断水 没有水 水压低 水压小 水流小 水小"),
    _row("not hot", 3, "没热水 不出热水 不热 不暖 冰凉 温度低 水温低 烧不热"),
    _row("not cold", 3, "不制冷 不凉 不冷 制冷差 不出冷风 吹热风"),
    _row("noise", 3, "异响 异声 噪音 响声 嗡嗡 咯吱 吱吱 吱嘎 声音大 震动 抖动 响 吵"),
    _row("smell", 3, "异味 臭味 返味 反味 返臭 怪味 糊味 焦味 味道 气味 发臭 臭"),
    _row("trapped", 3, "困人 关人 被困 困住 困在 关在里面"),
    _row("stopped", 3, "停运 停梯 停止运行 不运行 不动 停了 走不动 卡住 卡死 死机"),
    _row("will not open", 3, "打不开 开不了 开不开 拧不开 拧不动 转不动 推不开 拉不开"),
    _row("will not open", 3, "进不去 出不去 抬不起来 不抬杆 不识别 刷不开 刷不上"),
    _row("will not close", 3, "关不上 关不严 关不住 合不上 关不了 闭不上 锁不上 锁不住"),
    _row("loose", 2, "松动 松了 晃动 摇晃 歪了 倾斜 翘起 翘了 下垂 变形 松"),
    _row("fallen", 2, "脱落 掉落 掉了 掉下来 剥落 空鼓 起皮 鼓包 鼓起 倒了 塌陷"),
    _row("cracked", 2, "裂缝 开裂 裂了 裂开 破损 破裂 碎了 破了 断了 断裂 裂 碎 破"),
    _row("mouldy", 2, "发霉 霉点 发黑 长毛"),
    _row("missing", 2, "丢失 不见了 缺失 被偷 少了"),
    _row("broken", 1, "坏掉 损坏 故障 失灵 失效 不能用 用不了 不好使 没反应 不工作"),
    _row("broken", 1, "有问题 不正常 无法使用 使用不了 坏了 维修 修理 更换 检修 坏 修"),
    _row("above", 1, "楼上 上面 上层 上头 头顶"),
    _row("below", 1, "楼下 下面 下层 底下"),
)
"""What is wrong with them."""

IDLE_WORDS = tuple(
    (
        "请 您好 你好 麻烦 师傅 尽快 赶紧 马上 赶快 快点 派人 来人 过来 看看 看一下 处理 "
        "帮忙 帮 一下 下 我家 家里 家中 室内 屋里 业主 业户 住户 客户 反映 反应 来电 "
        "报修 报 说 称 有人 发现 需要 需 要 现在 今天 昨天 早上 晚上 刚才 又 还 还是 "
        "一直 总是 老是 经常 有点 有些 很 太 特别 严重 厉害 比较 了 的 地 得 着 在 是 有 "
        "里 里面 内 处 个 把 被 给 我 我们 他 啊 呢 吧 呀 和 与 及 也 都 就 再 能 不能 "
        "什么 怎么 问题 情况 好像 可能 应该 谢谢 急 紧急 加急"
    ).split()
)
"""Words that say nothing about the fault."""

EVERY_WORD = ROOM_WORDS + THING_WORDS + FAULT_WORDS

WATER = frozenset({"leak"})
"""Meanings that pass through a ceiling: above and below may be one leak."""

INCIDENTS = frozenset(
    {"no power", "no water", "not hot", "trapped", "lift", "heating", "gas", "network"}
)
"""Meanings that, in a public area, many units call about."""
