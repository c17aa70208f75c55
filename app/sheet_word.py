"""What centres call the columns of their own sheets, and the words in the cells."""

import re
import unicodedata
from functools import cache

from models.sheet_target import Target

_NOISE = re.compile(r"[\s*＊:：·、，,。/\\_\-—|()（）\[\]【】<>《》\"'“”]+")

_SLIPS: dict[str, str] = {
    "number": "单号 编号 工单号 维修单号 报修单号 工单编号 单据号 单据编号 流水号 "
    "派工单号 维修编号 报修编号 维修单编号 工程单号 票号 凭证号 no",
    "area_kind": "区域类别 类别 报修类别 区域类型 区域性质 性质 公区户内 报修性质",
    "area": "区域 片区 小区 组团 分区 园区 所属区域 所在区域 楼宇 期数",
    "place": "地点 位置 报修地点 维修地点 地址 详细地址 部位 维修部位 报修位置 "
    "故障地点 具体位置 故障位置 报修地址 房号位置 房号地点 区域位置 报修区域",
    "unit": "单元号 房号 户号 房间号 房屋 室号 门牌号 门牌 房屋编号 住址 楼栋房号 "
    "业主房号 房间 房产 房产编号 业户单元 单元房号 报修房号 室",
    "building": "楼栋 楼号 栋号 栋 幢 座 幢号 楼座 栋座 座号",
    "entrance": "单元 楼门 门洞 梯号",
    "owner_name": "业户名称 业主 业主姓名 户主 住户 住户姓名 业户 业户姓名 客户姓名 "
    "租户 客户名称 业主名称 客户",
    "reporter": "报修人 联系人 来电人 申请人 报修人姓名 申报人 报事人 联系人姓名 "
    "报修人员 姓名",
    "report_dept": "报修部门 部门 报修单位 申请部门",
    "phone": "联系电话 电话 手机 手机号 联系方式 电话号码 联系号码 业主电话 来电号码 "
    "手机号码 报修电话 联系人电话 tel",
    "content": "维修内容 内容 报修内容 故障 故障描述 报修事项 事项 维修项目 问题描述 "
    "故障现象 报事内容 维修事项 情况描述 问题 报修项目 故障内容 服务内容 报修情况",
    "channel": "渠道 报修方式 来源 报修渠道 受理方式 报修途径 信息来源",
    "job_type": "类型 紧急程度 是否紧急 紧急 加急 优先级 报修类型 维修类型 级别 急",
    "reported_at": "报修时间 报修日期 来电时间 接报时间 受理时间 申报时间 登记时间 "
    "登记日期 日期 时间 受理日期 接报日期 来电日期 报事时间",
    "issued_at": "派发时间 派单时间 下单时间 开单时间 开单日期 派发日期 派单日期",
    "taken_by": "接报人 接单人 受理人 登记人 值班人 接待人 记录人 前台 接听人 受理人员",
    "trade": "工种 专业 维修工种 维修专业 专业类别",
    "dispatched_at": "派工时间 派工日期",
    "supervisor": "专业主管 主管 负责人 班长 工程主管",
    "received_at": "主管接单时间 接单时间",
    "technicians": "维修人 维修人员 维修工 处理人 师傅 维修师傅 承修人 施工人 "
    "工程人员 派工人员 责任人 维修员 处理人员 经办人 维修技工",
    "appointment_at": "预约时间 预约日期 约定时间",
    "arrived_at": "到场时间 上门时间 到达时间 到场 上门日期",
    "done_at": "完工时间 完成时间 完成日期 维修完成时间 完工日期 维修时间 修复时间 "
    "处理时间 维修日期 结束时间 处理日期",
    "returned_at": "返单时间 回单时间 返单日期 回单日期 返单 回单",
    "escorted_at": "先交财务时间",
    "escort": "陪同人",
    "outcome": "维修结果 完成情况 是否完成 结果 状态 处理结果 维修情况 完成状态 "
    "工单状态 是否修复",
    "result_text": "处理说明 处理情况 维修说明 处理过程 维修措施 处理措施 维修记录 "
    "处理内容",
    "charge_class": "计费类别 是否收费 收费类型 收费情况 有偿无偿 费用类别 收费性质",
    "labour_fee": "人工费 工时费 服务费 维修费 金额 收费 费用 收费金额 合计 实收 "
    "应收 维修费用",
    "material_fee": "材料费 材料 配件费 耗材费 材料费用",
    "quote": "确认报价 报价 预算",
    "opinion": "业户意见 满意度 业主评价 评价 客户意见 服务评价 业主意见 客户评价",
    "sign_status": "签字情况 签字 签名 是否签字 业主签字 客户签字",
    "signed_by": "签字人 签收人",
    "inspection": "验收结果 验收 验收情况 是否合格",
    "inspected_by": "验收人 验收人员",
    "inspected_at": "验收时间 验收日期",
    "ending": "结局 作废销单",
    "ended_at": "结局时间 作废时间 销单时间",
    "end_reason": "结局原因 作废原因 销单原因",
    "parent_number": "原单号 关联单号",
    "remark": "备注 备考 说明 其他 其它 附注",
}
_UNITS: dict[str, str] = {
    "label": "单元号 房号 户号 房间号 房屋 室号 门牌号 门牌 房屋编号 楼栋房号 "
    "业主房号 房间 房产 房产编号 业户单元 单元房号 住址 地址 房间编号 室",
    "owners": "业户名称 业主 业主姓名 户主 住户 住户姓名 业户 业户姓名 客户姓名 "
    "姓名 产权人 业主名称 客户名称 租户 联系人",
    "phones": "联系电话 电话 手机 手机号 联系方式 电话号码 业主电话 手机号码 "
    "联系号码 业主联系方式 tel",
    "area": "区域 片区 小区 组团 分区 园区 期数 项目",
    "warranty": "保修至 保修到期 质保期至 保修期至 保修到期日 质保到期 质保至",
    "note": "备注 说明 备考",
    "building": "楼栋 楼号 栋号 栋 幢 座 幢号 楼座 栋座 座号",
    "entrance": "单元 楼门 门洞 梯号",
}
_STAFF: dict[str, str] = {
    "name": "姓名 员工姓名 名字 员工 人员 人员姓名",
    "department": "部门 所属部门 所在部门",
    "post": "岗位 职务 职位 岗位名称 职务岗位",
    "trades": "工种 专业 技能",
    "badge_no": "工号 员工编号 编号 工牌号 胸牌号",
    "phone": "联系电话 电话 手机 手机号 联系方式 电话号码 手机号码",
}
_TARIFF: dict[str, str] = {
    "code": "编码 编号 代码 项目编码 项目编号 项目代码 收费编号 序号",
    "category": "类别 分类 专业 大类 项目类别 服务类别 工种 收费类别",
    "item": "项目 服务项目 项目名称 收费项目 维修项目 名称 服务内容 维修内容 内容",
    "uom": "单位 计量单位 计价单位 收费单位",
    "labour": "人工费 收费标准 单价 价格 人工单价 标准 费用 收费 工时费 服务费 "
    "日间价 白天价 金额 最低价",
    "labour_most": "人工费上限 上限 最高价 最高收费 上限价 最高",
    "night_labour": "夜间人工费 夜间价 夜间收费 夜间 晚间价 夜间单价",
    "material_mode": "材料方式 材料 材料说明 计费方式 材料计费 含材料",
    "material": "材料费 材料单价 材料价 参考材料费 辅材费",
    "minutes": "参考工时 工时 时长 用时 分钟 参考用时 标准工时",
    "valid_from": "生效日期 生效 执行日期 起始日期 开始日期 启用日期",
    "valid_until": "失效日期 失效 截止日期 终止日期 停用日期 结束日期",
    "note": "备注 说明 备考",
    "is_sample": "示例 样例",
}
_SYNONYMS = {
    Target.SLIPS: _SLIPS,
    Target.UNITS: _UNITS,
    Target.STAFF: _STAFF,
    Target.TARIFF: _TARIFF,
}

EMPTY = frozenset({"", "无", "暂无", "n/a", "#n/a", "--", "——"} | set("-—/\\／"))
"""What people write where there is nothing to say."""

DITTO = frozenset({"同上", "同前", "〃", "″", "〞", "”", '"', "''"})
"""What people write for what stands in the cell above."""

YES = frozenset({"是", "√", "✓", "✔", "y", "yes", "有", "对", "1", "ok", "true", "已"})
NO = frozenset({"否", "×", "✗", "✘", "x", "n", "no", "没", "未", "0", "false", "不"})
YES_MEANS = {
    "job_type": ("紧急", "日常"),
    "outcome": ("完成", "未完成"),
    "charge_class": ("有偿", "免费"),
    "opinion": ("满意", "不满意"),
    "sign_status": ("本人", "不在"),
    "inspection": ("合格", "不合格"),
}
"""What yes and no mean in a column of choices."""

CHOICE_WORDS: dict[str, dict[str, str]] = {
    "area_kind": {
        "业户单元": "业户 户内 室内 入户 住户 业主 家庭 套内 专有部位 客户 户",
        "公共区域": "公共 公区 公共部位 公共设施 公共区 共用部位 公用 小区公共",
        "管理处办公区": "办公 办公区 管理处 物业办公 内部",
    },
    "job_type": {
        "紧急": "急 加急 特急 紧急维修 急修 高 非常紧急 紧急报修",
        "日常": "普通 一般 正常 非紧急 日常维修 零修 低 中 报修 不急 一般报修",
        "计划性": "计划 定期 预防性 保养 计划维修",
    },
    "outcome": {
        "完成": "已完成 完工 已完工 已修 修好 已修复 已处理 已解决 处理完成 维修完成 "
        "完结 已办结 办结 已结束",
        "未完成": "未完 未完工 未修 未修复 待料 处理中 未处理 待处理 跟进中 进行中",
    },
    "charge_class": {
        "有偿": "收费 有偿服务 有偿维修 付费",
        "保修": "质保 保修期内 质保期内",
        "返修": "返工 二次维修",
        "合同": "合同内 包干",
        "免费": "无偿 不收费 免 无偿服务 免收",
    },
    "opinion": {
        "满意": "很满意 非常满意 好 好评 较好 优",
        "基本满意": "一般 较满意 比较满意 中 还可以 良",
        "不满意": "差 很不满意 差评 不好",
    },
    "sign_status": {
        "本人": "已签 已签字 业主签字 业主签 本人签 本人签字",
        "代签": "家属 家属签 代 家属代签 同事代签",
        "不在": "无人 业主不在 未签 未签字",
        "拒签": "拒绝 拒绝签字",
    },
    "inspection": {
        "合格": "通过 验收合格 已验收 验收通过 好",
        "不合格": "不通过 未通过 验收不合格",
    },
    "ending": {
        "作废": "废单 已作废 废",
        "销单": "取消 撤销 撤单 已取消 已销单 销",
    },
    "material_mode": {
        "材料另计": "另计 材料费另计 另收 材料另收 不含材料 不含",
        "含材料": "包含 包材料 含辅料 材料包含 含",
        "业户自备": "业主自备 自备 自备材料 甲供 业户提供",
        "一口价": "包工包料 全包 全含 总价",
    },
    "is_sample": {"示例": "样例 是 √"},
    "department": {
        "管家部": "管家 客服部 客服 客户服务部 物业部 前台",
        "工程部": "工程 维修部 维修 工程维修部 设备部",
        "财务部": "财务 收费处",
        "中控": "中控室 监控室 消控中心 消防中控室 秩序部",
        "管理处": "经理室 办公室 综合部 项目部 总经办 管理层",
    },
    "post": {
        "前台": "前台接待 客服 客服专员 前台文员 客服前台",
        "中控": "中控员 中控值班 消控员 监控员",
        "管家": "物业管家 楼栋管家 客户管家",
        "管家主管": "客服主管 管家部主管 客服经理 管家经理",
        "调度员": "调度 工程调度 工程文员 派工员",
        "专业主管": "主管 工程主管 维修主管 领班 班长 工程部主管",
        "维修技工": "维修工 技工 水电工 维修员 水工 电工 综合维修 维修师傅 工程技工",
        "财务": "出纳 会计 收费员 财务人员",
        "物业总监": "总监 项目经理 物业经理 项目总监",
        "管理员": "系统管理员 信息员",
    },
}

_BRACKETED = re.compile(r"[(\[【〔][^)\]】〕]*[)\]】〕]")
_BARE_PERCENT = 90
TOTALS = frozenset({"合计", "小计", "总计", "共计", "累计", "本页合计", "本月合计"})
FOOT = re.compile(
    r"^(制表|审核|填表|打印|复核|填报|统计|批准|审批|主管签字|备注|说明|注)[人日]?[期]?\s*[:：]"
)


def plain_heading(text: str) -> str:
    """A heading without blanks, marks and case: what two sheets have in common."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).lower()[:60]


@cache
def _known(target: Target) -> dict[str, tuple[str, int]]:
    """Plain synonym → attribute and how sure it is (the first of a list is surest)."""
    found: dict[str, tuple[str, int]] = {}
    for name, words in _SYNONYMS[target].items():
        for place, word in enumerate(words.split()):
            sure = 100 - min(place, 30)
            if found.get(word, ("", 0))[1] < sure:
                found[word] = name, sure
    return found


def heading_scores(target: Target, heading: str) -> dict[str, int]:
    """Attribute → 0…100: how well a heading names it.

    What stands in brackets may belong to the heading or only explain it: 电话（手机）.
    """
    scores = _scores(target, plain_heading(heading))
    bare = _BRACKETED.sub("", unicodedata.normalize("NFKC", heading))
    for name, score in _scores(target, plain_heading(bare)).items():
        scores[name] = max(scores.get(name, 0), score * _BARE_PERCENT // 100)
    return scores


def _scores(target: Target, plain: str) -> dict[str, int]:
    scores: dict[str, int] = {}
    if not plain:
        return scores
    for word, (name, sure) in _known(target).items():
        if plain == word:
            score = sure
        elif len(word) > 1 and word in plain:
            # 客户联系电话: the longer the part that is known, the surer.
            score = sure * len(word) // (len(plain) + 1)
        elif len(plain) > 1 and plain in word:
            score = sure * len(plain) // (len(word) + 2)
        else:
            continue
        scores[name] = max(scores.get(name, 0), score)
    return scores


def best_heading_score(target: Target, heading: str) -> int:
    """How surely a text is the heading of some column of ``target``."""
    return max(heading_scores(target, heading).values(), default=0)


@cache
def choice_words(name: str) -> dict[str, str]:
    """Plain word → the choice it means, for an attribute of choices."""
    found: dict[str, str] = {}
    for choice, words in CHOICE_WORDS.get(name, {}).items():
        found[choice.lower()] = choice
        found.update({word.lower(): choice for word in words.split()})
    if name in YES_MEANS:
        yes, no = YES_MEANS[name]
        for word in YES:
            found.setdefault(word, yes)
        for word in NO:
            found.setdefault(word, no)
    return found


def is_empty_word(text: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return text.strip().lower() in EMPTY
