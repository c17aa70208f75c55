<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Adjust the price</source>
        <translation>调整应收</translation>
    </message>
    <message>
        <source>All that is left</source>
        <translation>全部剩余</translation>
    </message>
    <message>
        <source>Answer a wrong entry</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Arrears list</source>
        <translation>欠费清单</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>派给</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Bounce</source>
        <translation>退回补正</translation>
    </message>
    <message>
        <source>Callback sheet</source>
        <translation>回访记录表</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change the ticked</source>
        <translation>批量处理</translation>
    </message>
    <message>
        <source>Chase sheet</source>
        <translation>追查单</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Check sheet</source>
        <translation>核对表</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Clear the form</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>销案</translation>
    </message>
    <message>
        <source>Close the draft</source>
        <translation>关闭草稿</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完工</translation>
    </message>
    <message>
        <source>Confirm and close</source>
        <translation>确认并关账</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Day looked through</source>
        <translation>今日记录已查</translation>
    </message>
    <message>
        <source>Days from, until</source>
        <translation>起止日期</translation>
    </message>
    <message>
        <source>Dispatch and print</source>
        <translation>派工并打印</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Do not approve</source>
        <translation>不批准</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>改单元格</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Filter a column</source>
        <translation>筛选一列</translation>
    </message>
    <message>
        <source>Find a slip to pay</source>
        <translation>查找待收单据</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>在表中查找</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Import a sheet</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Import another sheet</source>
        <translation>再导入一张表</translation>
    </message>
    <message>
        <source>Import holidays</source>
        <translation>导入节假日</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>在登记表中打开</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>派发</translation>
    </message>
    <message>
        <source>Issue anyway</source>
        <translation>仍要新开</translation>
    </message>
    <message>
        <source>It does not work</source>
        <translation>使用不正常</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>使用正常</translation>
    </message>
    <message>
        <source>Join it</source>
        <translation>并入此单</translation>
    </message>
    <message>
        <source>Keep as a view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>保存，继续追查</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>本页快捷键</translation>
    </message>
    <message>
        <source>Leave the page</source>
        <translation>离开本页</translation>
    </message>
    <message>
        <source>List of the period</source>
        <translation>本期减免明细</translation>
    </message>
    <message>
        <source>Look for a slip</source>
        <translation>查找维修单</translation>
    </message>
    <message>
        <source>Look for gaps</source>
        <translation>查缺号缺联</translation>
    </message>
    <message>
        <source>Make final</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More steps</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>New draft</source>
        <translation>新草稿</translation>
    </message>
    <message>
        <source>Next draft</source>
        <translation>下一个草稿</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一标签页</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开原单</translation>
    </message>
    <message>
        <source>Open the slip</source>
        <translation>打开维修单</translation>
    </message>
    <message>
        <source>Other part</source>
        <translation>换一部分</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Period after</source>
        <translation>下一期</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>收费标准表</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print copies</source>
        <translation>打印四联</translation>
    </message>
    <message>
        <source>Print one page</source>
        <translation>打印一页</translation>
    </message>
    <message>
        <source>Print the failures</source>
        <translation>打印不合格报告</translation>
    </message>
    <message>
        <source>Print the form</source>
        <translation>打印审批单</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>打印清单</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>打印交接班表</translation>
    </message>
    <message>
        <source>Print the takings</source>
        <translation>打印日收款</translation>
    </message>
    <message>
        <source>Print the ticked</source>
        <translation>打印四联</translation>
    </message>
    <message>
        <source>Print the walk</source>
        <translation>打印验收单</translation>
    </message>
    <message>
        <source>Propose the close</source>
        <translation>提请关账</translation>
    </message>
    <message>
        <source>Quote or dispute</source>
        <translation>报价、争议</translation>
    </message>
    <message>
        <source>Range after</source>
        <translation>后一段</translation>
    </message>
    <message>
        <source>Range before</source>
        <translation>前一段</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>重读文件</translation>
    </message>
    <message>
        <source>Reason and time</source>
        <translation>填原因和时间</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Receipt slip</source>
        <translation>收款单</translation>
    </message>
    <message>
        <source>Reschedule</source>
        <translation>改约</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Save the errors</source>
        <translation>导出错误</translation>
    </message>
    <message>
        <source>Save the look</source>
        <translation>保存跟进</translation>
    </message>
    <message>
        <source>Save, next</source>
        <translation>保存，下一个</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>全部搜索</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Sign over</source>
        <translation>签收移交</translation>
    </message>
    <message>
        <source>Slip after</source>
        <translation>下一单</translation>
    </message>
    <message>
        <source>Slip before</source>
        <translation>上一单</translation>
    </message>
    <message>
        <source>Slip beside the list</source>
        <translation>单据详情栏</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>开关铃声</translation>
    </message>
    <message>
        <source>Start work</source>
        <translation>开工</translation>
    </message>
    <message>
        <source>Supervisor has it</source>
        <translation>主管接单</translation>
    </message>
    <message>
        <source>Tab before</source>
        <translation>上一标签页</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>返单</translation>
    </message>
    <message>
        <source>Take money</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Take out of the bundle</source>
        <translation>移出本批</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Take the money</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Takings of the day</source>
        <translation>日收款明细</translation>
    </message>
    <message>
        <source>Tell of the delay</source>
        <translation>迟到告知</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全部勾选</translation>
    </message>
    <message>
        <source>Tick all matching</source>
        <translation>全部勾选</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全不勾选</translation>
    </message>
    <message>
        <source>Tick the cell</source>
        <translation>勾选此格</translation>
    </message>
    <message>
        <source>Tick the slip</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>Tick the work</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Who holds what</source>
        <translation>持单</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
</context>
<context>
    <name>AdjustDialog</name>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Number of the paper that says so</source>
        <translation>依据的单据编号，如审批单号</translation>
    </message>
    <message>
        <source>Put the price of {number} right</source>
        <translation>调整 {number} 的应收</translation>
    </message>
    <message>
        <source>{charged} is charged, {balance} is owed. Less than charged is written with a minus.</source>
        <translation>应收 {charged}，尚欠 {balance}。调减请填负数。</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>rework of {day}, free until {until}</source>
        <translation>按 {day} 返修，免费到 {until}</translation>
    </message>
    <message>
        <source>under warranty until {day}</source>
        <translation>质保期内，到 {day}</translation>
    </message>
</context>
<context>
    <name>AgreeDialog</name>
    <message>
        <source>Agreed</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>The owner agrees to {amount} yuan</source>
        <translation>业户同意报价 {amount} 元</translation>
    </message>
    <message>
        <source>Work begins with this signature, the first of two. An empty time means now.</source>
        <translation>业户签字确认价格后开工，这是两处签字的第一处。时间留空即现在。</translation>
    </message>
</context>
<context>
    <name>AmendDialog</name>
    <message>
        <source>Amend {number}</source>
        <translation>改正 {number}</translation>
    </message>
    <message>
        <source>Old and new are both kept. A printed slip asks for a reprint.</source>
        <translation>原内容和新内容都保留。已打印的单要补打。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Not after all</source>
        <translation>不判了</translation>
    </message>
    <message numerus="yes">
        <source>Pass %n together</source>
        <translation>
            <numerusform>%n 项一起合格</numerusform>
        </translation>
    </message>
    <message>
        <source>Send back to Engineering</source>
        <translation>退回工程部</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>不合格原因</translation>
    </message>
</context>
<context>
    <name>AreaKind</name>
    <message>
        <source>Management office</source>
        <translation>管理处办公区</translation>
    </message>
    <message>
        <source>Public area</source>
        <translation>公共区域</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>业户单元</translation>
    </message>
</context>
<context>
    <name>ArrearsSheet</name>
    <message>
        <source>{centre}&#x3000;as at {time}&#x3000;{payers} payers, {count} slips</source>
        <translation>{centre}&#x3000;截至 {time}&#x3000;{payers} 户 {count} 张</translation>
    </message>
</context>
<context>
    <name>ArrivalWord</name>
    <message>
        <source>after {minutes} min, in time</source>
        <translation>{minutes} 分到场，达标</translation>
    </message>
    <message>
        <source>after {minutes} min, late</source>
        <translation>{minutes} 分到场，超时</translation>
    </message>
    <message>
        <source>as agreed</source>
        <translation>按约到场</translation>
    </message>
    <message>
        <source>{minutes} min after the time agreed</source>
        <translation>比约定晚 {minutes} 分</translation>
    </message>
</context>
<context>
    <name>ArriveDialog</name>
    <message>
        <source>An empty time means now.</source>
        <translation>时间不填就是现在。</translation>
    </message>
    <message>
        <source>Arrival for {number}</source>
        <translation>{number} 到场</translation>
    </message>
    <message>
        <source>Record arrival</source>
        <translation>记到场</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>类型：</translation>
    </message>
</context>
<context>
    <name>AskForm</name>
    <message>
        <source>Choose by number or initials</source>
        <translation>按序号或拼音首字母选择</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>Type an amount in yuan, such as 120.00.</source>
        <translation>请输入金额，例如 120.00。</translation>
    </message>
    <message>
        <source>What happened, and who has looked at it</source>
        <translation>发生了什么、由谁核实</translation>
    </message>
</context>
<context>
    <name>AskPane</name>
    <message>
        <source>Asking for a waiver</source>
        <translation>申请减免</translation>
    </message>
    <message>
        <source>{sum} can be waived</source>
        <translation>可减免 {sum}</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>{sum} asked to be waived</source>
        <translation>已申请减免 {sum}</translation>
    </message>
</context>
<context>
    <name>AssignManyDialog</name>
    <message>
        <source>As it is on the slip</source>
        <translation>各单不变</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>派给他们</translation>
    </message>
    <message numerus="yes">
        <source>Assign %Ln slip(s)</source>
        <translation>
            <numerusform>派 %Ln 张单</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a trade</source>
        <translation>选工种</translation>
    </message>
    <message>
        <source>Slips that wait are dispatched and their copies printed after.</source>
        <translation>待派的单随即派工，之后打印四联。</translation>
    </message>
    <message>
        <source>What is left empty stays as it is on each slip.</source>
        <translation>留空的项，各单保持原样。</translation>
    </message>
</context>
<context>
    <name>AssignPopup</name>
    <message numerus="yes">
        <source>%n today</source>
        <translation>
            <numerusform>今日 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Any trade</source>
        <translation>综合</translation>
    </message>
    <message>
        <source>Choose a trade</source>
        <translation>选择工种</translation>
    </message>
    <message>
        <source>Dispatch and print</source>
        <translation>派工并打印四联</translation>
    </message>
    <message>
        <source>Dispatch {room}</source>
        <translation>派工 {room}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Initials in pinyin</source>
        <translation>拼音首字母筛选</translation>
    </message>
    <message>
        <source>Nobody in the directory: it goes to the supervisor.</source>
        <translation>名册里还没有维修人，单子交给主管。</translation>
    </message>
    <message>
        <source>Nobody is called so; type other letters.</source>
        <translation>没有叫这个名字的人，请换几个字母。</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Reassign {room}</source>
        <translation>改派 {room}</translation>
    </message>
    <message>
        <source>Space adds one more, Tab goes to trade and supervisor.</source>
        <translation>空格加人，Tab 到工种和主管</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>维修人</translation>
    </message>
    <message>
        <source>Technicians</source>
        <translation>维修人</translation>
    </message>
    <message>
        <source>Why, if it should be known</source>
        <translation>改派原因（可不填）</translation>
    </message>
    <message>
        <source>has it now</source>
        <translation>现在持单</translation>
    </message>
    <message>
        <source>was there {days}</source>
        <translation>{days} 来过</translation>
    </message>
</context>
<context>
    <name>Assigning</name>
    <message>
        <source>Dispatched</source>
        <translation>已派工</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Reassigned</source>
        <translation>已改派</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{number} {room} to {who}</source>
        <translation>{number}，{room}，交给{who}</translation>
    </message>
</context>
<context>
    <name>Attempts</name>
    <message numerus="yes">
        <source>%n earlier call(s)</source>
        <translation>
            <numerusform>以前回访 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier calls</source>
        <translation>以前的回访</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>使用不正常</translation>
    </message>
    <message>
        <source>works</source>
        <translation>使用正常</translation>
    </message>
</context>
<context>
    <name>BehindPane</name>
    <message numerus="yes">
        <source>%Ln slip(s)</source>
        <translation>
            <numerusform>%Ln 单</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Issued {begin} to before {end}; as known {at}.</source>
        <translation>派发于 {begin} 至 {end} 前，截至 {at}。</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未计入</translation>
    </message>
    <message>
        <source>No slip counts here.</source>
        <translation>没有单计入这里。</translation>
    </message>
    <message>
        <source>Range {begin} to before {end}; as known {at}.</source>
        <translation>范围 {begin} 至 {end} 前，截至 {at}。</translation>
    </message>
    <message>
        <source>Slips behind the figure</source>
        <translation>数字背后的维修单</translation>
    </message>
    <message>
        <source>Which slips of the figure</source>
        <translation>看数字的哪一部分</translation>
    </message>
    <message>
        <source>{count}, each named once</source>
        <translation>{count}，同一单只列一次</translation>
    </message>
</context>
<context>
    <name>Book</name>
    <message>
        <source>A fee is charged only when 计费类别 is 有偿 or 合同, not {charge_class}.</source>
        <translation>只有计费类别为有偿或合同才收费，{charge_class}不收费。</translation>
    </message>
    <message>
        <source>A public slip has no fee.</source>
        <translation>公共区域的维修单没有费用。</translation>
    </message>
    <message>
        <source>A public slip has no money.</source>
        <translation>公共区域的维修单没有收退款和减免。</translation>
    </message>
    <message>
        <source>A slip cannot be its own original.</source>
        <translation>原单号不能是本单的单号。</translation>
    </message>
    <message>
        <source>A slip that ended as {ending} has no fee.</source>
        <translation>{ending}的维修单没有费用。</translation>
    </message>
    <message>
        <source>A slip that ended as {ending} has no money.</source>
        <translation>{ending}的维修单没有收退款和减免。</translation>
    </message>
    <message>
        <source>A slip with this number is in the database already.</source>
        <translation>数据库里已有这个单号。</translation>
    </message>
    <message>
        <source>A technician cannot sign for the owner.</source>
        <translation>维修人不能代业户签字。</translation>
    </message>
    <message>
        <source>An adjustment of zero says nothing.</source>
        <translation>调整金额不能为零。</translation>
    </message>
    <message>
        <source>An earlier period was closed later than this.</source>
        <translation>更早的期间反而关得更晚。</translation>
    </message>
    <message>
        <source>It must end later than it begins, {begins}.</source>
        <translation>失效日期要晚于生效日期 {begins}。</translation>
    </message>
    <message>
        <source>Money has at most two decimals.</source>
        <translation>金额最多两位小数。</translation>
    </message>
    <message>
        <source>Only material that is charged extra has a price of its own.</source>
        <translation>只有“材料另计”才单列材料费。</translation>
    </message>
    <message>
        <source>Only public and office slips are inspected.</source>
        <translation>只有公共区域和管理处办公区的维修单需要验收。</translation>
    </message>
    <message>
        <source>Only {left} is left to waive.</source>
        <translation>只剩 {left} 可以减免。</translation>
    </message>
    <message>
        <source>Only {paid} was paid until then; more cannot be refunded.</source>
        <translation>到那时只收过 {paid}，不能多退。</translation>
    </message>
    <message>
        <source>Row 1 must hold the headings.</source>
        <translation>第 1 行必须是标题。</translation>
    </message>
    <message>
        <source>Sheet {sheet}, row {row}, {heading}, “{value}”: {reason}</source>
        <translation>工作表“{sheet}”第 {row} 行，{heading}，“{value}”：{reason}</translation>
    </message>
    <message>
        <source>Sheet {sheet}, row {row}, {heading}: {reason}</source>
        <translation>工作表“{sheet}”第 {row} 行，{heading}：{reason}</translation>
    </message>
    <message>
        <source>Sheet {sheet}: {reason}</source>
        <translation>工作表“{sheet}”：{reason}</translation>
    </message>
    <message>
        <source>The amount is larger than {limit}.</source>
        <translation>金额超过 {limit}。</translation>
    </message>
    <message>
        <source>The amount may not be below zero.</source>
        <translation>金额不能小于零。</translation>
    </message>
    <message>
        <source>The amount must be above zero.</source>
        <translation>金额必须大于零。</translation>
    </message>
    <message>
        <source>The cells {range} are merged; unmerge them.</source>
        <translation>单元格 {range} 是合并的，请取消合并。</translation>
    </message>
    <message>
        <source>The data book has no sheet of this name.</source>
        <translation>数据簿里没有这个名称的工作表。</translation>
    </message>
    <message>
        <source>The day must lie between {first} and {last}.</source>
        <translation>日期应在 {first} 至 {last} 之间。</translation>
    </message>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation>文件 {file} 无法读取。</translation>
    </message>
    <message>
        <source>The file {file} has no sheet with the heading 单号.</source>
        <translation>文件 {file} 里没有带“单号”表头的工作表。</translation>
    </message>
    <message>
        <source>The file {file} holds definitions that no workbook needs; not read.</source>
        <translation>文件 {file} 含有工作簿不需要的定义，不予读取。</translation>
    </message>
    <message>
        <source>The file {file} holds more cells than can be checked.</source>
        <translation>文件 {file} 的内容多得无法检查，请分成几个文件。</translation>
    </message>
    <message>
        <source>The file {file} is an old .xls workbook; save it as .xlsx.</source>
        <translation>文件 {file} 是旧的 .xls 格式，请另存为 .xlsx。</translation>
    </message>
    <message>
        <source>The file {file} is damaged or cut short.</source>
        <translation>文件 {file} 已损坏或不完整。</translation>
    </message>
    <message>
        <source>The file {file} is empty.</source>
        <translation>文件 {file} 是空的。</translation>
    </message>
    <message>
        <source>The file {file} is larger than {limit} MB; split it.</source>
        <translation>文件 {file} 超过 {limit} MB，请分成几个文件。</translation>
    </message>
    <message>
        <source>The file {file} is no .xlsx workbook.</source>
        <translation>文件 {file} 不是 .xlsx 工作簿。</translation>
    </message>
    <message>
        <source>The file {file} is protected by a password; save it without one.</source>
        <translation>文件 {file} 有密码保护，请取消密码后再保存。</translation>
    </message>
    <message>
        <source>The file {file} unpacks to more than {limit} MB; it is not read.</source>
        <translation>文件 {file} 解压后超过 {limit} MB，不予读取。</translation>
    </message>
    <message>
        <source>The night costs at least as much as the day, {labour}.</source>
        <translation>夜间人工费不能低于日间的 {labour}。</translation>
    </message>
    <message>
        <source>The number stands in row {row} too.</source>
        <translation>第 {row} 行也是这个单号。</translation>
    </message>
    <message>
        <source>The period cannot be closed before {start}.</source>
        <translation>这个期间 {start} 之前不能关账。</translation>
    </message>
    <message>
        <source>The period is closed twice.</source>
        <translation>这个期间关账了两次。</translation>
    </message>
    <message>
        <source>The period {missing} before it is not closed.</source>
        <translation>它之前的期间 {missing} 还没有关账。</translation>
    </message>
    <message>
        <source>The price of {code} holds since {begins}; a new one needs a later day.</source>
        <translation>{code} 的价格自 {begins} 起已执行，新价请写更晚的生效日期。</translation>
    </message>
    <message>
        <source>The sheet has no such heading.</source>
        <translation>这个工作表没有这个标题。</translation>
    </message>
    <message>
        <source>The sheet 维修单 has no slip of this number.</source>
        <translation>工作表“维修单”里没有这个单号。</translation>
    </message>
    <message>
        <source>The sheet 维修单 is missing.</source>
        <translation>缺少工作表“维修单”。</translation>
    </message>
    <message>
        <source>The slip had ended as {ending} at this time.</source>
        <translation>这个时间维修单已经{ending}。</translation>
    </message>
    <message>
        <source>The slip was issued later, on {issued}.</source>
        <translation>这张单 {issued} 才派发。</translation>
    </message>
    <message>
        <source>The slip was not open any more at this time.</source>
        <translation>这个时间维修单已经不是未返单状态。</translation>
    </message>
    <message>
        <source>The text has {length} signs; {limit} are allowed.</source>
        <translation>文字有 {length} 个字，最多 {limit} 个。</translation>
    </message>
    <message>
        <source>The text holds a sign that cannot be printed.</source>
        <translation>文字里有不能打印的字符。</translation>
    </message>
    <message>
        <source>The text needs at least {limit} signs.</source>
        <translation>文字至少要有 {limit} 个字。</translation>
    </message>
    <message>
        <source>The upper end of the range lies below {labour}.</source>
        <translation>上限低于人工费 {labour}。</translation>
    </message>
    <message>
        <source>The year must lie between {first} and {last}.</source>
        <translation>年份必须在 {first} 到 {last} 之间。</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>没有文件 {file}。</translation>
    </message>
    <message>
        <source>There is no heading above this cell.</source>
        <translation>这个单元格上方没有标题。</translation>
    </message>
    <message>
        <source>This cannot be earlier than {other}.</source>
        <translation>这个时间不能早于{other}。</translation>
    </message>
    <message>
        <source>This cannot be later than {other}.</source>
        <translation>这个时间不能晚于{other}。</translation>
    </message>
    <message>
        <source>This cell must be filled.</source>
        <translation>这个单元格必须填写。</translation>
    </message>
    <message>
        <source>This heading stands in row 1 twice.</source>
        <translation>第 1 行里这个标题出现了两次。</translation>
    </message>
    <message>
        <source>This is a formula; put its value in its place.</source>
        <translation>这是公式，请改成它的值。</translation>
    </message>
    <message>
        <source>This is an error value of the spreadsheet.</source>
        <translation>这是电子表格的错误值。</translation>
    </message>
    <message>
        <source>This is needed, since {other} is filled.</source>
        <translation>填写了{other}，这里也必须填写。</translation>
    </message>
    <message>
        <source>This is no amount of money.</source>
        <translation>这不是金额。</translation>
    </message>
    <message>
        <source>This is no period; write it as 2026-11.</source>
        <translation>这不是期间，请写成 2026-11。</translation>
    </message>
    <message>
        <source>This is no telephone number.</source>
        <translation>这不是电话号码。</translation>
    </message>
    <message>
        <source>This is no time; write 2026-11-20 17:30:00 or 2026-11-20.</source>
        <translation>这不是时间，请写成 2026-11-20 17:30:00 或 2026-11-20。</translation>
    </message>
    <message>
        <source>This must be a whole number of minutes, {limit} at most.</source>
        <translation>这里填整数分钟，最多 {limit}。</translation>
    </message>
    <message>
        <source>This must be one of: {choices}.</source>
        <translation>只能填：{choices}。</translation>
    </message>
    <message>
        <source>This must be text; format the cell as text and type again.</source>
        <translation>这里必须是文本，请把单元格设为文本格式后重新输入。</translation>
    </message>
    <message>
        <source>This receipt was given to another payer or on another day (row {row}).</source>
        <translation>这个收据号已开给别的交费人或别的日期（第 {row} 行）。</translation>
    </message>
    <message>
        <source>This required heading is missing in row 1.</source>
        <translation>第 1 行缺少这个必需的标题。</translation>
    </message>
    <message>
        <source>This stands in row {row} already.</source>
        <translation>第 {row} 行已有。</translation>
    </message>
    <message>
        <source>This time is later than now.</source>
        <translation>这个时间比现在还晚。</translation>
    </message>
    <message>
        <source>Waivers of {total} in all must be approved by 公司领导.</source>
        <translation>累计减免 {total}，须由公司领导批准。</translation>
    </message>
    <message>
        <source>Who applies for a waiver cannot approve it.</source>
        <translation>申请人不能批准自己的减免。</translation>
    </message>
    <message>
        <source>With this the slip&apos;s balance falls below zero: {balance}.</source>
        <translation>这样维修单的余额会小于零：{balance}。</translation>
    </message>
    <message>
        <source>{code} has a price from {begins} to {ends} already.</source>
        <translation>{code} 在 {begins} 至 {ends} 已有价格。</translation>
    </message>
</context>
<context>
    <name>BounceDialog</name>
    <message>
        <source>Bounce</source>
        <translation>退回补正</translation>
    </message>
    <message>
        <source>Bounce {number}</source>
        <translation>退回 {number}</translation>
    </message>
    <message>
        <source>The slip keeps its number and waits at the desk.</source>
        <translation>单号不变，单子在前台等补正。</translation>
    </message>
</context>
<context>
    <name>BouncedLine</name>
    <message>
        <source>Sent back: {reason}</source>
        <translation>退回补正：{reason}</translation>
    </message>
</context>
<context>
    <name>BrandMark</name>
    <message>
        <source>Silian</source>
        <translation>四联</translation>
    </message>
</context>
<context>
    <name>BulkAction</name>
    <message>
        <source>Assign</source>
        <translation>派工或改派</translation>
    </message>
    <message>
        <source>Cancel slips</source>
        <translation>销单</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>未返反馈</translation>
    </message>
    <message>
        <source>File for good</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>改紧急程度</translation>
    </message>
</context>
<context>
    <name>BulkPreview</name>
    <message numerus="yes">
        <source>%Ln slip(s) will be changed</source>
        <translation>
            <numerusform>%Ln 张会改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay(s) as they are</source>
        <translation>
            <numerusform>%Ln 张保持不变</numerusform>
        </translation>
    </message>
    <message>
        <source>What will become of them</source>
        <translation>各单会怎样</translation>
    </message>
    <message>
        <source>{a} → {b}</source>
        <translation>{a} → {b}</translation>
    </message>
    <message>
        <source>{changed}, {stay}</source>
        <translation>{changed}，{stay}</translation>
    </message>
</context>
<context>
    <name>BundleLines</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n 联</numerusform>
        </translation>
    </message>
    <message>
        <source>Bundle {number}</source>
        <translation>批次 {number}</translation>
    </message>
    <message>
        <source>list not printed</source>
        <translation>清单未打印</translation>
    </message>
    <message>
        <source>taken by {name}</source>
        <translation>签收 {name}</translation>
    </message>
</context>
<context>
    <name>BundlePaper</name>
    <message>
        <source>Drawing {paper}</source>
        <translation>正在绘制{paper}</translation>
    </message>
    <message>
        <source>Handover list {period} bundle {number}</source>
        <translation>财务联移交清单 {period} 批次 {number}</translation>
    </message>
</context>
<context>
    <name>CallReason</name>
    <message>
        <source>Advised over the telephone</source>
        <translation>电话指导后回访</translation>
    </message>
    <message>
        <source>Beyond the quota</source>
        <translation>抽查比例外，可不回访</translation>
    </message>
    <message>
        <source>Dissatisfied, follow until satisfied</source>
        <translation>不满意，跟到满意为止</translation>
    </message>
    <message>
        <source>Must be called</source>
        <translation>须回访</translation>
    </message>
    <message>
        <source>Not reached in three tries</source>
        <translation>三次未联系上，单列</translation>
    </message>
</context>
<context>
    <name>CallSaid</name>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>It does not work</source>
        <translation>不正常</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
</context>
<context>
    <name>CallbackFaces</name>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>not called yet</source>
        <translation>还没打过</translation>
    </message>
    <message numerus="yes">
        <source>{said}, %n call(s)</source>
        <translation>
            <numerusform>{said}，打过 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallbackForm</name>
    <message>
        <source>N  It does not</source>
        <translation>N  不正常</translation>
    </message>
    <message>
        <source>None</source>
        <translation>未问</translation>
    </message>
    <message>
        <source>Tell the head of the department and have it put right. The slip stays on top of the list until another call finds the owner satisfied or fairly satisfied.</source>
        <translation>请报部门负责人并安排补救；本单一直排在列表最前，直到再次回访为满意或基本满意。</translation>
    </message>
    <message>
        <source>What the owner says, at most 300 characters</source>
        <translation>业户怎么说，最多 300 字</translation>
    </message>
    <message>
        <source>Y  It works</source>
        <translation>Y  正常</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>CallbackHead</name>
    <message>
        <source>Go and look: “{content}” was repaired. Does it work as it should? Is the place clean, and is the work as good as it ought to be?</source>
        <translation>到现场看：“{content}”已报修好。使用是否正常？现场是否清理干净，做工是否合格？</translation>
    </message>
    <message>
        <source>Good day, this is {centre}. You called about “{content}” and we gave you advice over the telephone. Is it in order now? Were you content with the advice?</source>
        <translation>您好，这里是{centre}。您来电反映“{content}”，我们在电话里指导过处理办法。请问现在好了吗？您对我们的指导满意吗？</translation>
    </message>
    <message>
        <source>Good day, this is {centre}. You reported “{content}”, and our technician has repaired it. Does everything work since? And were you satisfied with our work and our manners?</source>
        <translation>您好，这里是{centre}。您报修的“{content}”，师傅已经修好。请问修后使用都正常吗？您对我们的维修和服务态度满意吗？</translation>
    </message>
    <message>
        <source>Good day, this is {centre}. You reported “{content}”, and our technician has repaired it: {told}. Does everything work since? And were you satisfied with our work and our manners?</source>
        <translation>您好，这里是{centre}。您报修的“{content}”，师傅已经修好：{told}。请问修后使用都正常吗？您对我们的维修和服务态度满意吗？</translation>
    </message>
    <message>
        <source>On the paper the owner wrote: {opinion}</source>
        <translation>单上业户意见：{opinion}</translation>
    </message>
    <message>
        <source>Settled over the telephone {time}: {reason}</source>
        <translation>{time} 电话指导解决：{reason}</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>这样问</translation>
    </message>
    <message>
        <source>back {time}</source>
        <translation>{time} 返单</translation>
    </message>
    <message>
        <source>the fee is {fee} yuan</source>
        <translation>费用 {fee} 元</translation>
    </message>
</context>
<context>
    <name>CallbackList</name>
    <message numerus="yes">
        <source>%n callback(s) to go</source>
        <translation>
            <numerusform>还需回访 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be reached</source>
        <translation>
            <numerusform>%n 张联系不上</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation>
            <numerusform>今日到期 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more follow</source>
        <translation>
            <numerusform>后面还有 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still due from the period before</source>
        <translation>
            <numerusform>上期还差 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody who must be called was called.</source>
        <translation>该回访的都已回访。</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>户内</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公共</translation>
    </message>
    <message>
        <source>Slips to call back about</source>
        <translation>待回访的单</translation>
    </message>
</context>
<context>
    <name>CallbackMethod</name>
    <message>
        <source>Check on site</source>
        <translation>现场复核</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>上门</translation>
    </message>
</context>
<context>
    <name>CallbackPage</name>
    <message>
        <source>Attempt {attempt} noted</source>
        <translation>已记第 {attempt} 次</translation>
    </message>
    <message>
        <source>Call {attempt} noted</source>
        <translation>已回访，第 {attempt} 次</translation>
    </message>
    <message>
        <source>Dissatisfied: it stays on top until another call.</source>
        <translation>不满意：排在最前，待再次回访。</translation>
    </message>
    <message>
        <source>What was typed is not saved</source>
        <translation>录入的内容没有存好</translation>
    </message>
    <message>
        <source>{number} is followed</source>
        <translation>{number} 已列入跟进</translation>
    </message>
</context>
<context>
    <name>CallbackPane</name>
    <message>
        <source>Choose a slip at the left; its script and form stand here then.</source>
        <translation>在左边选一张单，话术和表单就显示在这里。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>The callback</source>
        <translation>回访</translation>
    </message>
</context>
<context>
    <name>CallbackPaper</name>
    <message>
        <source>Callback sheet</source>
        <translation>回访记录表</translation>
    </message>
    <message>
        <source>Calls of period {period}</source>
        <translation>{period} 期回访</translation>
    </message>
    <message>
        <source>Calls of this week</source>
        <translation>本周回访</translation>
    </message>
    <message>
        <source>Calls of today</source>
        <translation>今日回访</translation>
    </message>
    <message>
        <source>Drawing the callback sheet</source>
        <translation>正在生成回访记录表</translation>
    </message>
</context>
<context>
    <name>CallbackResult</name>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
</context>
<context>
    <name>CallbackSheet</name>
    <message>
        <source>Calls from {first} to {last}, {count} in all</source>
        <translation>回访时间 {first} 至 {last}，共 {count} 次</translation>
    </message>
    <message>
        <source>Nobody was called in this time.</source>
        <translation>这段时间没有回访。</translation>
    </message>
    <message>
        <source>Opinion: A satisfied, B fairly satisfied, C dissatisfied</source>
        <translation>意见：A 满意&#x3000;B 基本满意&#x3000;C 不满意</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Returned in this time: owners {said}</source>
        <translation>这段时间返单：户内 {said}</translation>
    </message>
    <message>
        <source>as known at {time}</source>
        <translation>数据截至 {time}</translation>
    </message>
    <message>
        <source>none to call, —</source>
        <translation>无应回访 —</translation>
    </message>
    <message>
        <source>public areas {said}</source>
        <translation>公共区域 {said}</translation>
    </message>
    <message>
        <source>{done} of {base} reached, {rate} %, {missing} still needed</source>
        <translation>应访 {base} 已访 {done}，{rate} %，还需 {missing}</translation>
    </message>
    <message>
        <source>… : the rest stands in the program</source>
        <translation>… ：其余见系统</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Cancel the slip</source>
        <translation>销单</translation>
    </message>
    <message>
        <source>Cancel {number}?</source>
        <translation>销单 {number}？</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>不销单</translation>
    </message>
    <message>
        <source>The number stays in the register, struck through. Printed copies come back to the desk.</source>
        <translation>单号留在登记表并划线。已打印的联收回前台。</translation>
    </message>
</context>
<context>
    <name>CancelManyDialog</name>
    <message numerus="yes">
        <source>Cancel %Ln slip(s)?</source>
        <translation>
            <numerusform>销 %Ln 张单？</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel the slips</source>
        <translation>销单</translation>
    </message>
    <message>
        <source>Choose by number or initials</source>
        <translation>按序号或拼音首字母选</translation>
    </message>
    <message>
        <source>The numbers stay in the register, struck through. Printed copies come back to the desk. This is not taken back.</source>
        <translation>单号划线留在登记表，已打印的各联收回前台。销单不能撤销。</translation>
    </message>
</context>
<context>
    <name>CardFaces</name>
    <message>
        <source>Dispatch</source>
        <translation>派工</translation>
    </message>
    <message>
        <source>Done {time}</source>
        <translation>{time} 完工</translation>
    </message>
    <message>
        <source>Due {time}, {span} left</source>
        <translation>约 {time}，余 {span}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Quote {amount}, housekeeping talks</source>
        <translation>报价 {amount}，管家协商</translation>
    </message>
    <message>
        <source>Quote {amount}, owner agreed</source>
        <translation>已报价 {amount}，业户同意</translation>
    </message>
    <message>
        <source>Quote {amount}, owner decides</source>
        <translation>报价 {amount}，等业户答复</translation>
    </message>
    <message>
        <source>There after {span}</source>
        <translation>{span}到场</translation>
    </message>
    <message>
        <source>There after {span}, {late} late</source>
        <translation>{span}到场，迟 {late}</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>急</translation>
    </message>
    <message>
        <source>Urgent, {span} left</source>
        <translation>急修，余 {span}</translation>
    </message>
    <message>
        <source>Urgent, {span} too late</source>
        <translation>急修，超 {span}</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>expected {time}</source>
        <translation>预计 {time}</translation>
    </message>
    <message>
        <source>{late}, told</source>
        <translation>{late}，已告知</translation>
    </message>
    <message>
        <source>{names} was there {day}</source>
        <translation>{names} {day} 来过</translation>
    </message>
    <message>
        <source>{name} has least today</source>
        <translation>{name} 今日最少</translation>
    </message>
    <message>
        <source>{passed} min gone, {left} left</source>
        <translation>已 {passed} 分，余 {left}</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>超 {span}未到场</translation>
    </message>
</context>
<context>
    <name>CasePane</name>
    <message>
        <source>A leader of the company must approve it: print the form, have it signed, and record the paper. You can still refuse it here.</source>
        <translation>须由公司领导批准：请打印审批单送签，再按纸质单登记。您仍可在此不批准。</translation>
    </message>
    <message>
        <source>Only {sum} are left on the slip: it can not be approved.</source>
        <translation>本单只剩 {sum} 可减免，不能批准。</translation>
    </message>
    <message>
        <source>Record: approved</source>
        <translation>登记：已批准</translation>
    </message>
    <message>
        <source>Record: not approved</source>
        <translation>登记：不批准</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>减免申请</translation>
    </message>
    <message>
        <source>You asked for it yourself; somebody else decides.</source>
        <translation>本申请由您提出，须由他人审批。</translation>
    </message>
    <message>
        <source>form {number}, recorded by {name}</source>
        <translation>审批单 {number}，{name} 登记</translation>
    </message>
    <message>
        <source>{name} asked for it, {time}</source>
        <translation>{name} 申请于 {time}</translation>
    </message>
    <message>
        <source>{status} by {title} {name}</source>
        <translation>{title}{name} {status}</translation>
    </message>
</context>
<context>
    <name>CellEdit</name>
    <message>
        <source>Choose by number or initials</source>
        <translation>按序号或拼音首字母选择</translation>
    </message>
    <message>
        <source>Why it is corrected</source>
        <translation>更正的原因</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>巡查</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
</context>
<context>
    <name>ChargeClass</name>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>有偿</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返修</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>保修</translation>
    </message>
</context>
<context>
    <name>CheckClass</name>
    <message>
        <source>Back late</source>
        <translation>迟返单</translation>
    </message>
    <message>
        <source>Back on time</source>
        <translation>按时返单</translation>
    </message>
    <message>
        <source>Nothing heard</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Told late</source>
        <translation>迟反馈</translation>
    </message>
    <message>
        <source>Unfinished, told</source>
        <translation>未完成已反馈</translation>
    </message>
</context>
<context>
    <name>CheckCountdown</name>
    <message>
        <source>Final at {time}: {left} min, {count} out</source>
        <translation>{time} 定稿，还剩 {left} 分，未返 {count}</translation>
    </message>
    <message>
        <source>Return check at {time}: everything is back</source>
        <translation>{time} 返单检查：已全部返单</translation>
    </message>
    <message>
        <source>Return check in {time}</source>
        <translation>距返单检查 {time}</translation>
    </message>
    <message>
        <source>Return check is final: {count} out</source>
        <translation>返单检查已定稿，未返 {count}</translation>
    </message>
    <message>
        <source>Return check {time}: {count} out</source>
        <translation>返单检查 {time} 已过，未返 {count}</translation>
    </message>
</context>
<context>
    <name>CheckException</name>
    <message>
        <source>a copy is missing</source>
        <translation>缺联</translation>
    </message>
    <message>
        <source>expected time has passed</source>
        <translation>已过预计完成时间</translation>
    </message>
    <message>
        <source>missing copy not explained yet</source>
        <translation>缺联追查未结</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签字</translation>
    </message>
</context>
<context>
    <name>CheckPaper</name>
    <message>
        <source>Daily return check {day}</source>
        <translation>每日返单核对表 {day}</translation>
    </message>
    <message>
        <source>Drawing {name}</source>
        <translation>正在生成 {name}</translation>
    </message>
    <message>
        <source>Slips to chase {day}</source>
        <translation>追查单 {day}</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n cell(s) to mend</source>
        <translation>
            <numerusform>%n 处要改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them hidden in the sheet.</source>
        <translation>
            <numerusform>其中 %n 行在表里是隐藏的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read</source>
        <translation>
            <numerusform>读到 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>照此读</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Everywhere read “{word}” as</source>
        <translation>凡“{word}”都读作</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>栏目</translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %n row(s) with errors</source>
        <translation>
            <numerusform>跳过有错的 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Mend it in the file, save it and read it again.</source>
        <translation>请在文件里改好、保存，再重读文件。</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>还没有写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing has been written yet. Not records: {parts}.</source>
        <translation>还没有写入任何内容。不算记录：{parts}。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>The first rows as they would be read</source>
        <translation>前几行读出来的样子</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>表中内容</translation>
    </message>
    <message>
        <source>Where {column} is empty, take</source>
        <translation>{column}为空时填</translation>
    </message>
    <message>
        <source>{why} {count}</source>
        <translation>{why} {count} 行</translation>
    </message>
</context>
<context>
    <name>ClockConfirmation</name>
    <message>
        <source>Clock confirmed</source>
        <translation>时钟已确认</translation>
    </message>
    <message>
        <source>Issue the slip again.</source>
        <translation>请再次派发。</translation>
    </message>
    <message>
        <source>Not issued</source>
        <translation>未派发</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>确认时钟无误</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>File</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>File {number} for good</source>
        <translation>归档 {number}</translation>
    </message>
    <message>
        <source>{amount} are still owed; they can be paid later.</source>
        <translation>还有 {amount} 未收，归档后仍可收款。</translation>
    </message>
</context>
<context>
    <name>CloseLines</name>
    <message>
        <source>Bundle {number}</source>
        <translation>批次 {number}</translation>
    </message>
    <message>
        <source>Bundles that nobody has signed over</source>
        <translation>尚未签收的批次</translation>
    </message>
    <message>
        <source>Finance copies in hand, not handed over</source>
        <translation>在手未移交的财务联</translation>
    </message>
    <message>
        <source>Gap cases still open</source>
        <translation>未结的缺漏追查</translation>
    </message>
    <message>
        <source>Money received, paper not seen</source>
        <translation>已收款未见单</translation>
    </message>
    <message>
        <source>Quotes in dispute</source>
        <translation>报价争议</translation>
    </message>
    <message>
        <source>Section C: finance copies not in hand</source>
        <translation>C 未到的财务联</translation>
    </message>
    <message>
        <source>Slips that owe</source>
        <translation>尚有未收</translation>
    </message>
    <message>
        <source>Waivers nobody has decided</source>
        <translation>待批的减免</translation>
    </message>
    <message>
        <source>an exception; it stands below zero in the balances</source>
        <translation>属异常，余额中为负数</translation>
    </message>
    <message>
        <source>hand them over before the close</source>
        <translation>关账前须先移交</translation>
    </message>
    <message>
        <source>sign them over before the close</source>
        <translation>关账前须先签收</translation>
    </message>
    <message>
        <source>they do not hold the close back</source>
        <translation>不影响关账</translation>
    </message>
    <message>
        <source>they go on into the next period</source>
        <translation>转入下一期</translation>
    </message>
    <message>
        <source>they stay on every statement until they are closed</source>
        <translation>结案前每期汇总都列出</translation>
    </message>
    <message>
        <source>what is decided later stands in the next period</source>
        <translation>以后批准的计入下一期</translation>
    </message>
    <message>
        <source>what they owe goes on into the next period</source>
        <translation>未收金额转入下一期</translation>
    </message>
    <message>
        <source>{count} more…</source>
        <translation>还有 {count} 单…</translation>
    </message>
</context>
<context>
    <name>CloseManyDialog</name>
    <message numerus="yes">
        <source>File %Ln slip(s) for good</source>
        <translation>
            <numerusform>归档 %Ln 张单</numerusform>
        </translation>
    </message>
    <message>
        <source>File for good</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>This is not taken back; what is owed stays owed.</source>
        <translation>归档不能撤销；欠款仍是欠款。</translation>
    </message>
</context>
<context>
    <name>CloseTab</name>
    <message>
        <source>Charged {sum}, {capitals}</source>
        <translation>应收 {sum}，{capitals}</translation>
    </message>
    <message>
        <source>Close of {code}</source>
        <translation>{code} 期关账</translation>
    </message>
    <message>
        <source>Close the period</source>
        <translation>关账</translation>
    </message>
    <message>
        <source>Close {code} for good?</source>
        <translation>{code} 期关账？</translation>
    </message>
    <message>
        <source>Closed on {when} by {closer}, proposed by {proposer}. Owed at its end {closing}.</source>
        <translation>{when} 由 {closer} 确认关账，{proposer} 提请。期末未收 {closing}。</translation>
    </message>
    <message>
        <source>Closing {code}</source>
        <translation>正在关账 {code}</translation>
    </message>
    <message>
        <source>Finance confirms it.</source>
        <translation>请财务部确认。</translation>
    </message>
    <message>
        <source>Finance copies in hand must be handed over first.</source>
        <translation>在手的财务联须先移交。</translation>
    </message>
    <message>
        <source>How far the close is</source>
        <translation>关账进度</translation>
    </message>
    <message>
        <source>It can be closed from {when} on.</source>
        <translation>{when} 起方可关账。</translation>
    </message>
    <message>
        <source>List of the year&apos;s end</source>
        <translation>年末截止清单</translation>
    </message>
    <message>
        <source>Nothing stands open: the period can be closed.</source>
        <translation>没有未了事项，可以关账。</translation>
    </message>
    <message>
        <source>Proposed on {when} by {name}. Now Finance confirms.</source>
        <translation>{when} {name} 已提请，等待财务部确认。</translation>
    </message>
    <message>
        <source>Reprint (PDF)</source>
        <translation>重印（PDF）</translation>
    </message>
    <message>
        <source>SHA-256 of the statement: {hash}</source>
        <translation>汇总表 SHA-256：{hash}</translation>
    </message>
    <message>
        <source>The close of {code} is proposed</source>
        <translation>已提请 {code} 期关账</translation>
    </message>
    <message>
        <source>The period is closed; nothing of it changes any more.</source>
        <translation>本期已关账，内容不再变动。</translation>
    </message>
    <message>
        <source>The statement of {code} is stored with its papers and its SHA-256. From then on nothing of it can be changed: what comes later stands in the next period, mistakes are answered by adjustments there. This cannot be taken back.</source>
        <translation>{code} 期汇总表将连同打印件和 SHA-256 一并存档，此后本期内容一概不能再改：以后到的单据和收款计入下一期，差错在下一期用调整更正。关账不能撤销。</translation>
    </message>
    <message>
        <source>Two people close a period: housekeeping proposes, Finance confirms. As a rule on {day}, after the handover on {act}.</source>
        <translation>关账由两人完成：管家部提请，财务部确认。通常在 {act} 移交之后，于 {day} 关账。</translation>
    </message>
    <message>
        <source>What stands open</source>
        <translation>未了事项</translation>
    </message>
    <message>
        <source>Workbook (Excel)</source>
        <translation>工作簿（Excel）</translation>
    </message>
    <message>
        <source>{code} is closed</source>
        <translation>{code} 期已关账</translation>
    </message>
    <message>
        <source>{earlier} must be closed first.</source>
        <translation>须先关 {earlier} 期。</translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to dispatch</source>
        <translation>
            <numerusform>待派 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} {count}</source>
        <translation>{name} {count}</translation>
    </message>
</context>
<context>
    <name>ColumnRow</name>
    <message>
        <source>Not read</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>{name} is read as</source>
        <translation>{name}读作</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Adjusted</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Building the demonstration: {months} months, {slips} slips.</source>
        <translation>正在建演示数据：{months} 个月，{slips} 张单。</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Charged {charged}, waived {waived}, received {received}, balance {balance}</source>
        <translation>应收 {charged}，减免 {waived}，实收 {received}，未收 {balance}</translation>
    </message>
    <message>
        <source>Does not tie: {what}, {left} ≠ {right}</source>
        <translation>对不上：{what}，{left} ≠ {right}</translation>
    </message>
    <message>
        <source>Everything is sound.</source>
        <translation>账册完好。</translation>
    </message>
    <message>
        <source>Example:</source>
        <translation>例：</translation>
    </message>
    <message>
        <source>Final: run {no}, {at}, {by} ({hash}).</source>
        <translation>已定稿：第 {no} 次，{at}，{by}（校验码 {hash}）。</translation>
    </message>
    <message>
        <source>Final: run {no}, {at}, {by} ({hash}); nothing has changed.</source>
        <translation>已定稿：第 {no} 次，{at}，{by}（校验码 {hash}）；与上一次相同，没有变化。</translation>
    </message>
    <message>
        <source>Issued: {issued}. A {a}, B {b}, C {c}; void {void}, cancelled {gone}.</source>
        <translation>本期发出 {issued} 张。A {a}，B {b}，C {c}；作废 {void}，销单 {gone}。</translation>
    </message>
    <message>
        <source>No report is due.</source>
        <translation>没有到期的报表。</translation>
    </message>
    <message>
        <source>Not final.</source>
        <translation>未定稿。</translation>
    </message>
    <message>
        <source>Not final: run {no}, made final at {at} by {by}, said otherwise ({hash}).</source>
        <translation>以上不是定稿：第 {no} 次定稿（{at}，{by}，校验码 {hash}）的结果与此不同。</translation>
    </message>
    <message>
        <source>Overall: {said}</source>
        <translation>合计：{said}</translation>
    </message>
    <message>
        <source>Owed after</source>
        <translation>期末未收</translation>
    </message>
    <message>
        <source>Owed before</source>
        <translation>期初未收</translation>
    </message>
    <message>
        <source>Owners: {said}</source>
        <translation>户内：{said}</translation>
    </message>
    <message>
        <source>Possibly a duplicate of {number} ({why}): {content}</source>
        <translation>可能与 {number} 重复（{why}）：{content}</translation>
    </message>
    <message>
        <source>Public areas: {said}</source>
        <translation>公共区域：{said}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Restored: {place}</source>
        <translation>已恢复：{place}</translation>
    </message>
    <message>
        <source>Return check of {day}, judged at {at}</source>
        <translation>{day} 返单核对，核对时间 {at}</translation>
    </message>
    <message>
        <source>Returned on time: {returned}, explained: {explained}</source>
        <translation>当日返单及时率 {returned}，反馈率 {explained}</translation>
    </message>
    <message>
        <source>Silian met an error of its own; nothing was saved. Details: {log}</source>
        <translation>程序自身出错，没有保存任何内容。详情见：{log}</translation>
    </message>
    <message>
        <source>Slips: {set}. {counts}. Exceptions: {x}, void or cancelled: {e}</source>
        <translation>应核对 {set} 张：{counts}；异常 {x}，作废或销单 {e}</translation>
    </message>
    <message>
        <source>Statement {period} as it stands at {at}</source>
        <translation>{period} 期费用汇总，截至 {at}（未关账）</translation>
    </message>
    <message>
        <source>Statement {period}, closed {at} by {by} ({hash})</source>
        <translation>{period} 期费用汇总，{at} 由{by}关账（{hash}）</translation>
    </message>
    <message>
        <source>Statistics of slips issued from {since} to {until}, at {at}</source>
        <translation>{since} 至 {until} 派发的维修单统计，截至 {at}</translation>
    </message>
    <message>
        <source>The book is good: {slips} slips. Nothing was written.</source>
        <translation>数据簿没有问题：{slips} 张单。未写入。</translation>
    </message>
    <message>
        <source>The book with its bad cells: {file}</source>
        <translation>标出错处的数据簿：{file}</translation>
    </message>
    <message>
        <source>The database before is kept as {file}</source>
        <translation>恢复前的数据库保存为 {file}</translation>
    </message>
    <message>
        <source>The database is ready: {place}</source>
        <translation>数据库已就绪：{place}</translation>
    </message>
    <message>
        <source>The database is up to date: {place}</source>
        <translation>数据库已是最新：{place}</translation>
    </message>
    <message>
        <source>The front office of a property-management centre. Without a command the window opens.</source>
        <translation>物业服务中心前台。不带命令则打开窗口。</translation>
    </message>
    <message>
        <source>The holidays of {year} are not loaded; a plain Monday-to-Friday week is assumed.</source>
        <translation>没有 {year} 年的节假日历，暂按周一至周五为工作日。</translation>
    </message>
    <message>
        <source>The return check is written to {file}</source>
        <translation>每日返单核对表已写入 {file}</translation>
    </message>
    <message>
        <source>The statement is written to {file}</source>
        <translation>费用汇总表已写入 {file}</translation>
    </message>
    <message>
        <source>The statistics are written to {file}</source>
        <translation>统计已写入 {file}</translation>
    </message>
    <message>
        <source>The verified copy is {file}</source>
        <translation>已备份并核验：{file}</translation>
    </message>
    <message>
        <source>There is no display to open the window on; use a command, see “silian --help”.</source>
        <translation>这里没有显示屏，打不开窗口；请使用命令，见 silian --help。</translation>
    </message>
    <message>
        <source>This command can not be understood: {detail}. See “{command} --help”.</source>
        <translation>命令写法不对：{detail}。请看 {command} --help。</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>减免</translation>
    </message>
    <message>
        <source>a demonstration building with realistic months of work</source>
        <translation>建一个有数月业务的演示楼盘</translation>
    </message>
    <message>
        <source>a verified copy while in use</source>
        <translation>使用中备份并核验</translation>
    </message>
    <message>
        <source>a4, a4-2up, half or third</source>
        <translation>a4、a4-2up、half（二等分）或 third（三等分）</translation>
    </message>
    <message>
        <source>address of the database (default: SILIAN_DB)</source>
        <translation>数据库地址（默认取 SILIAN_DB）</translation>
    </message>
    <message>
        <source>also write it (.xlsx or .pdf)</source>
        <translation>同时写成文件（.xlsx 或 .pdf）</translation>
    </message>
    <message>
        <source>also write the callback sheet (.pdf)</source>
        <translation>同时写出回访记录表（.pdf）</translation>
    </message>
    <message>
        <source>an urgent job</source>
        <translation>急修</translation>
    </message>
    <message>
        <source>another number makes another year</source>
        <translation>换一个数得到另一套演示数据</translation>
    </message>
    <message>
        <source>answer in JSON</source>
        <translation>以 JSON 输出</translation>
    </message>
    <message>
        <source>area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>as it would close at this time (default: now)</source>
        <translation>按此刻关账来算（默认：现在）</translation>
    </message>
    <message>
        <source>as known at this time (default: now)</source>
        <translation>按此刻所知计算（默认现在）</translation>
    </message>
    <message>
        <source>check that the books are sound</source>
        <translation>检查账册是否完好</translation>
    </message>
    <message>
        <source>close a finance period for good</source>
        <translation>结算期关账（关后不能再改）</translation>
    </message>
    <message>
        <source>code of the centre (default: the first)</source>
        <translation>项目编号（默认第一个）</translation>
    </message>
    <message>
        <source>copies in bundles and early = copies in A, B</source>
        <translation>移交包内 + 已先交 = A、B 有单的张数</translation>
    </message>
    <message>
        <source>create the database or upgrade it</source>
        <translation>建立或升级数据库</translation>
    </message>
    <message>
        <source>folder for the demonstration</source>
        <translation>演示文件夹</translation>
    </message>
    <message>
        <source>how many of the returned slips were called back</source>
        <translation>返单的回访情况</translation>
    </message>
    <message>
        <source>how many slips (default 500 a month)</source>
        <translation>多少张单（默认每月 500 张）</translation>
    </message>
    <message>
        <source>issue one slip and print its number</source>
        <translation>派发一张维修单并显示单号</translation>
    </message>
    <message>
        <source>issue, show or print a slip</source>
        <translation>派发、查看或打印维修单</translation>
    </message>
    <message>
        <source>load a data book, all or nothing</source>
        <translation>导入数据簿，全部成功或一行不写</translation>
    </message>
    <message>
        <source>missing: {detail}</source>
        <translation>缺少 {detail}</translation>
    </message>
    <message>
        <source>moment of the run (default: the recorded run, else now for today, else 17:40:59)</source>
        <translation>核对时间（默认：已定稿的时间，否则当天为现在，其他日为 17:40:59）</translation>
    </message>
    <message>
        <source>months of work (default 12)</source>
        <translation>多少个月（默认 12）</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未建账</translation>
    </message>
    <message>
        <source>nothing to call back, —</source>
        <translation>无应回访 —</translation>
    </message>
    <message>
        <source>one of the two registers</source>
        <translation>两张登记表之一</translation>
    </message>
    <message>
        <source>one sheet a week or a finance period (default: all)</source>
        <translation>每周或每结算期一张表（默认全部一张）</translation>
    </message>
    <message>
        <source>one slip with its events, copies and money</source>
        <translation>一张单的经过、四联和费用</translation>
    </message>
    <message>
        <source>only check, write nothing</source>
        <translation>只检查，不写入</translation>
    </message>
    <message>
        <source>only the slips a list asks for, as the window wrote it</source>
        <translation>只取列表所问的单，由窗口写出</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>owed after = balances of the slips</source>
        <translation>期末未收 = 各单余额之和</translation>
    </message>
    <message>
        <source>owed before and the sums = owed after</source>
        <translation>期初未收加减各项 = 期末未收</translation>
    </message>
    <message>
        <source>place within the area</source>
        <translation>区域内的地点</translation>
    </message>
    <message>
        <source>public or unit</source>
        <translation>public（公共区域）或 unit（业户单元）</translation>
    </message>
    <message>
        <source>put a copy back; the present database is kept aside</source>
        <translation>恢复备份，现有数据库另存</translation>
    </message>
    <message>
        <source>received by method = received</source>
        <translation>各收款方式之和 = 实收</translation>
    </message>
    <message>
        <source>record the run as the final one</source>
        <translation>记为定稿</translation>
    </message>
    <message>
        <source>room, for example 3-1502</source>
        <translation>房号，如 3-1502</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>显示本说明</translation>
    </message>
    <message>
        <source>slips issued = A + C of this period</source>
        <translation>本期发出 = A + 本期 C</translation>
    </message>
    <message>
        <source>slips issued before this day</source>
        <translation>这一天之前派发的单</translation>
    </message>
    <message>
        <source>slips issued before this time</source>
        <translation>此时间之前派发的单</translation>
    </message>
    <message>
        <source>slips issued from this day on</source>
        <translation>这一天起派发的单</translation>
    </message>
    <message>
        <source>slips issued from this time on</source>
        <translation>此时间起派发的单</translation>
    </message>
    <message>
        <source>slips returned before this time</source>
        <translation>此时之前返单的（不含）</translation>
    </message>
    <message>
        <source>slips returned from this time on</source>
        <translation>从此时起返单的</translation>
    </message>
    <message>
        <source>take this time as the present</source>
        <translation>以此时间为现在</translation>
    </message>
    <message>
        <source>telephone of the reporter</source>
        <translation>报修人电话</translation>
    </message>
    <message>
        <source>the .xlsx or .pdf to write</source>
        <translation>要写的 .xlsx 或 .pdf</translation>
    </message>
    <message>
        <source>the 17:30 and 17:40 check of a day</source>
        <translation>某日 17:30、17:40 的返单核对</translation>
    </message>
    <message>
        <source>the PDF to write</source>
        <translation>要写的 PDF</translation>
    </message>
    <message>
        <source>the copy to put back</source>
        <translation>要恢复的备份</translation>
    </message>
    <message>
        <source>the copy to write</source>
        <translation>备份文件名</translation>
    </message>
    <message>
        <source>the data book (.xlsx)</source>
        <translation>数据簿（.xlsx）</translation>
    </message>
    <message>
        <source>the day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>the duty post at a moment</source>
        <translation>某一时刻的值班岗位</translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation>要写的文件</translation>
    </message>
    <message>
        <source>the finance statement, as closed or as it would close</source>
        <translation>有偿维修费用汇总表：已关账的，或按某时关账来算的</translation>
    </message>
    <message>
        <source>the four-copy slip; counts as a print</source>
        <translation>四联维修单，计为一次打印</translation>
    </message>
    <message>
        <source>the moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>the period, named for the month it ends in</source>
        <translation>结算期，以期末所在的月份命名</translation>
    </message>
    <message>
        <source>the slip&apos;s number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>the slips&apos; numbers</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>unit, public or office</source>
        <translation>unit（业户单元）、public（公共区域）或 office（管理处办公区）</translation>
    </message>
    <message>
        <source>unknown: {detail}</source>
        <translation>不认识 {detail}</translation>
    </message>
    <message>
        <source>usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>weekly or monthly statistics of the slips issued in a span</source>
        <translation>一段时间内派发维修单的周／月统计</translation>
    </message>
    <message>
        <source>what is wrong</source>
        <translation>维修内容</translation>
    </message>
    <message>
        <source>where to (default: the setting)</source>
        <translation>写到哪里（默认：按设置）</translation>
    </message>
    <message>
        <source>which copies, for example 1,2,3,4</source>
        <translation>哪几联，如 1,2,3,4</translation>
    </message>
    <message>
        <source>who acts (default: SILIAN_AS)</source>
        <translation>谁在操作（默认取 SILIAN_AS）</translation>
    </message>
    <message>
        <source>who reports</source>
        <translation>报修人</translation>
    </message>
    <message>
        <source>why it is issued although it may be a duplicate</source>
        <translation>可能重复仍要新开的理由</translation>
    </message>
    <message>
        <source>words that say how they are sorted</source>
        <translation>说明排序方式的文字</translation>
    </message>
    <message>
        <source>words that say how they were chosen</source>
        <translation>说明筛选条件的文字</translation>
    </message>
    <message>
        <source>write a data book</source>
        <translation>导出数据簿</translation>
    </message>
    <message>
        <source>write the book back with bad cells marked</source>
        <translation>写回一份标出错处的数据簿</translation>
    </message>
    <message>
        <source>write the statistics reports that are due and not written yet</source>
        <translation>写出到期而尚未写出的统计报表</translation>
    </message>
    <message>
        <source>{count} cells are wrong; nothing was written to the database.</source>
        <translation>共 {count} 处有误，数据库没有改动。</translation>
    </message>
    <message>
        <source>{count} slips written to {file}</source>
        <translation>{count} 张单已写入 {file}</translation>
    </message>
    <message>
        <source>{day} is still to come; only what is known so far is counted.</source>
        <translation>{day} 还没到，只按目前已知的情况统计。</translation>
    </message>
    <message>
        <source>{done} of {base} reached, {rate} %; needed {need}, missing {missing}</source>
        <translation>应访 {base} 已访 {done}，{rate} %；须访 {need}，还需 {missing}</translation>
    </message>
    <message>
        <source>{name} can not be {value}; it is one of {known}</source>
        <translation>{name} 不能是 {value}，可用：{known}</translation>
    </message>
    <message>
        <source>{name} must be a whole number, not {value}</source>
        <translation>{name} 应为整数，不是 {value}</translation>
    </message>
    <message>
        <source>{name} needs a value</source>
        <translation>{name} 后缺少值</translation>
    </message>
    <message>
        <source>{period} is closed since {at}: owed at its end {closing} ({hash}).</source>
        <translation>{period} 期已于 {at} 关账：期末未收 {closing}（{hash}）。</translation>
    </message>
    <message>
        <source>{slips} slips imported, {units} units added, {gaps} gaps in the numbers noted.</source>
        <translation>导入 {slips} 张单，新增 {units} 个单元，记下 {gaps} 处缺号。</translation>
    </message>
    <message>
        <source>{total} (own {own}, earlier {earlier})</source>
        <translation>{total}（本期单 {own}，以前各期单 {earlier}）</translation>
    </message>
</context>
<context>
    <name>CompleteDialog</name>
    <message>
        <source>Complete</source>
        <translation>完工</translation>
    </message>
    <message>
        <source>Complete {number}</source>
        <translation>{number} 完工</translation>
    </message>
    <message>
        <source>The paper is still out. An empty time means now.</source>
        <translation>纸单还没回来。时间不填就是现在。</translation>
    </message>
</context>
<context>
    <name>ComputerPanel</name>
    <message>
        <source>A checked copy of everything, made while everybody works.</source>
        <translation>全部数据的一份核对过的副本，备份时照常工作。</translation>
    </message>
    <message>
        <source>An urgent slip rings until somebody opens it.</source>
        <translation>紧急单会一直响，直到有人打开。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>随系统</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>Backups (*.db *.dump)</source>
        <translation>备份文件 (*.db *.dump)</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>本机选择</translation>
    </message>
    <message>
        <source>Choices are kept in {file}</source>
        <translation>存于 {file}</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Dark colours spare the eyes at night.</source>
        <translation>夜里用深色，眼睛省力。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light and dark</source>
        <translation>明暗</translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation>现在备份</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Ring when a slip waits for dispatch</source>
        <translation>有新单待派时响铃</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>The window is built again; what was typed stays.</source>
        <translation>窗口会重新打开，填了一半的内容还在。</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>Where things lie</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>Where to put the backup</source>
        <translation>备份存到哪里</translation>
    </message>
</context>
<context>
    <name>CopiesField</name>
    <message>
        <source>Add a copy</source>
        <translation>加一联</translation>
    </message>
    <message>
        <source>Remove the last copy</source>
        <translation>去掉末联</translation>
    </message>
</context>
<context>
    <name>CopyFace</name>
    <message>
        <source>not printed</source>
        <translation>未打印</translation>
    </message>
</context>
<context>
    <name>CopyPlace</name>
    <message>
        <source>Collected, void</source>
        <translation>作废收回</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>调度处</translation>
    </message>
    <message>
        <source>Engineering file</source>
        <translation>工程部存档</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>在财务部</translation>
    </message>
    <message>
        <source>Housekeeping desk</source>
        <translation>在管家部</translation>
    </message>
    <message>
        <source>Housekeeping file</source>
        <translation>管家部存档</translation>
    </message>
    <message>
        <source>Left with owner</source>
        <translation>已交业户</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>遗失</translation>
    </message>
    <message>
        <source>On its way to Finance</source>
        <translation>移交中</translation>
    </message>
    <message>
        <source>Repair team</source>
        <translation>维修班组</translation>
    </message>
    <message>
        <source>Reporting department</source>
        <translation>报修部门</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>专业主管</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>维修人</translation>
    </message>
</context>
<context>
    <name>CopyRole</name>
    <message>
        <source>Engineering</source>
        <translation>工程部</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>财务部</translation>
    </message>
    <message>
        <source>Housekeeping</source>
        <translation>管家部</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Repair team</source>
        <translation>维修班组</translation>
    </message>
    <message>
        <source>Reporting department</source>
        <translation>报修部门</translation>
    </message>
</context>
<context>
    <name>CopyStanding</name>
    <message>
        <source>Back, not handed over</source>
        <translation>已返未交</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>销单</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>先交</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已交</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>未返</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
</context>
<context>
    <name>CopyTick</name>
    <message>
        <source>in hand</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>还没收到</translation>
    </message>
</context>
<context>
    <name>CopyTicks</name>
    <message>
        <source>came back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>left with the owner</source>
        <translation>业户已留</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>还没收到</translation>
    </message>
    <message>
        <source>with Engineering</source>
        <translation>调度装订</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct {number}</source>
        <translation>更正 {number}</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Old and new are both kept.</source>
        <translation>原内容和新内容都保留。</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>业户意见</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>CountLine</name>
    <message>
        <source>others {count}</source>
        <translation>其他 {count}</translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n 联</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s), not in the sums</source>
        <translation>
            <numerusform>%n 张，不计入合计</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>Drawing {number}</source>
        <translation>正在画 {number}</translation>
    </message>
    <message>
        <source>The pages were neither printed nor saved; no print is counted.</source>
        <translation>没有打印也没有存为文件，打印次数不变。</translation>
    </message>
    <message numerus="yes">
        <source>{number} and %n more not printed</source>
        <translation>
            <numerusform>{number} 等共另 %n 张未打印</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} not printed</source>
        <translation>{number} 未打印</translation>
    </message>
</context>
<context>
    <name>CrashWindow</name>
    <message>
        <source>A fault in the program</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation>程序里出了一个错误。</translation>
    </message>
    <message>
        <source>What was saved is safe, and what was being typed is kept as a draft. You can go on working; if this comes back, send the details to whoever looks after the program.</source>
        <translation>已保存的内容不受影响，正在录入的内容已存为草稿。可以继续工作；如果再次出现，请把详情发给程序维护人员。</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>At the desk</source>
        <translation>接报人</translation>
    </message>
    <message>
        <source>Figures of each person at the desk</source>
        <translation>各接报人的数字</translation>
    </message>
    <message>
        <source>Figures of each technician</source>
        <translation>各维修人的数字</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Technicians</source>
        <translation>维修人</translation>
    </message>
</context>
<context>
    <name>DashboardPaper</name>
    <message>
        <source>Drawing {paper}</source>
        <translation>正在生成{paper}</translation>
    </message>
</context>
<context>
    <name>DashboardSheet</name>
    <message>
        <source>Beside: {begin} to before {end}; as known {at}.</source>
        <translation>上期对照：{begin} 至 {end} 前，截至 {at}。</translation>
    </message>
    <message>
        <source>By the time of issue, {begin} to before {end}; as known {at}.</source>
        <translation>按派发时间，{begin} 至 {end} 前，截至 {at}。</translation>
    </message>
</context>
<context>
    <name>DayColumn</name>
    <message>
        <source>Cause</source>
        <translation>原因/结果</translation>
    </message>
    <message>
        <source>Chased by</source>
        <translation>追查人</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>销案</translation>
    </message>
    <message>
        <source>Engineering</source>
        <translation>工程部跟进</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计完成</translation>
    </message>
    <message>
        <source>Expected, appointed</source>
        <translation>预计/预约</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>维修内容</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Given and taken by</source>
        <translation>交班 → 接班</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>交接时间</translation>
    </message>
    <message>
        <source>Housekeeping</source>
        <translation>管家部跟进</translation>
    </message>
    <message>
        <source>In hand of</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>Last place</source>
        <translation>最后所在</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>号段</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>领入</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>领入人</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Spoiled</source>
        <translation>写废</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Told as</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unit or place</source>
        <translation>单元/地点</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未用</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺什么</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>编号</translation>
    </message>
</context>
<context>
    <name>DayEnd</name>
    <message>
        <source>It says the same as run {run}.</source>
        <translation>与第 {run} 次相同。</translation>
    </message>
    <message>
        <source>Return check of {day} is final</source>
        <translation>{day} 返单核对已定稿</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新定稿</translation>
    </message>
    <message>
        <source>Run {run} counts.</source>
        <translation>以第 {run} 次为准。</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Type a day such as 2026-11-20 or 11-20.</source>
        <translation>请写日期，例如 2026-11-20 或 11-20。</translation>
    </message>
</context>
<context>
    <name>DayFoot</name>
    <message>
        <source>Final at {time}, run {run}, by {name}.</source>
        <translation>{time} 已定稿，第 {run} 次，{name}</translation>
    </message>
    <message>
        <source>Fixed at {time}; every slip that is out is explained.</source>
        <translation>{time} 名单已定，未返的都有原因</translation>
    </message>
    <message>
        <source>Fixed at {time}; {count} without a reason, {left} min left.</source>
        <translation>{time} 名单已定，还有 {count} 张没写原因，剩 {left} 分</translation>
    </message>
    <message>
        <source>Run {run} of {time} counts; things changed since.</source>
        <translation>以 {time} 第 {run} 次为准，之后有变化</translation>
    </message>
    <message>
        <source>Since {time} {count} are lost: nobody has said why.</source>
        <translation>{time} 已过，{count} 张失联，没有原因</translation>
    </message>
    <message>
        <source>The list is fixed at {time}.</source>
        <translation>{time} 定名单</translation>
    </message>
</context>
<context>
    <name>DayGroups</name>
    <message>
        <source>Late</source>
        <translation>迟返</translation>
    </message>
    <message>
        <source>Lost yesterday</source>
        <translation>昨日失联</translation>
    </message>
    <message>
        <source>Not back</source>
        <translation>未返</translation>
    </message>
    <message>
        <source>Told why not</source>
        <translation>已反馈</translation>
    </message>
</context>
<context>
    <name>DayKind</name>
    <message>
        <source>Day off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Working day</source>
        <translation>上班</translation>
    </message>
</context>
<context>
    <name>DayPane</name>
    <message numerus="yes">
        <source>%n day(s) without a return check: {days}</source>
        <translation>
            <numerusform>%n 天没做返单核对：{days}</numerusform>
        </translation>
    </message>
    <message>
        <source>Every paper is back.</source>
        <translation>全部已返</translation>
    </message>
    <message>
        <source>Run them now</source>
        <translation>补做</translation>
    </message>
    <message>
        <source>Slips of today&apos;s return check</source>
        <translation>今日返单核对的单</translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <translation>
            <numerusform>应返 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayPaper</name>
    <message>
        <source>Drawing {paper}</source>
        <translation>正在生成{paper}</translation>
    </message>
</context>
<context>
    <name>DayTabs</name>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>追查</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Pages of the day</source>
        <translation>当日页面</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>返单</translation>
    </message>
</context>
<context>
    <name>DaysBar</name>
    <message>
        <source>Beside: {begin} to before {end}; as known {at}.</source>
        <translation>上期对照 {begin} 至 {end} 前，截至 {at}。</translation>
    </message>
    <message>
        <source>By the time of issue, {begin} to before {end}; as known {at}.</source>
        <translation>按派发时间，{begin} 至 {end} 前，截至 {at}。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Counting… What stands below is of {range}.</source>
        <translation>正在统计… 下面仍是 {range} 的数字。</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Not before the first day.</source>
        <translation>不能早于起始日。</translation>
    </message>
    <message>
        <source>Only days from {first} to {last} can be counted.</source>
        <translation>只能统计 {first} 年至 {last} 年。</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>统计范围</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年</translation>
    </message>
    <message>
        <source>Type a day.</source>
        <translation>请填日期。</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
</context>
<context>
    <name>DaysPopup</name>
    <message>
        <source>Any day</source>
        <translation>不限日期</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>This is before the first day.</source>
        <translation>早于起始日。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Until, this day included</source>
        <translation>到（含当日）</translation>
    </message>
</context>
<context>
    <name>DecideForm</name>
    <message>
        <source>By me, here</source>
        <translation>由我在此审批</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>审批方式</translation>
    </message>
    <message>
        <source>Must be given where it is not approved</source>
        <translation>不批准时必填</translation>
    </message>
    <message>
        <source>On the signed form</source>
        <translation>按纸质审批单登记</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>{sum} not waived</source>
        <translation>{sum} 未予减免</translation>
    </message>
    <message>
        <source>{sum} waived</source>
        <translation>已减免 {sum}</translation>
    </message>
    <message>
        <source>{sum}: withdrawn</source>
        <translation>已撤回 {sum}</translation>
    </message>
</context>
<context>
    <name>DelayDialog</name>
    <message>
        <source>A missed limit stays missed; that it was told is kept.</source>
        <translation>超时照记，同时记下已告知业户。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Tell of the delay of {number}</source>
        <translation>{number} 迟到告知</translation>
    </message>
    <message>
        <source>The appointment is at {time}. A missed limit stays missed; that it was told is kept.</source>
        <translation>约定 {time} 到场。超时照记，同时记下已告知业户。</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>不改约</translation>
    </message>
</context>
<context>
    <name>Department</name>
    <message>
        <source>Control room</source>
        <translation>中控</translation>
    </message>
    <message>
        <source>Engineering</source>
        <translation>工程部</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>财务部</translation>
    </message>
    <message>
        <source>Housekeeping</source>
        <translation>管家部</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>管理层</translation>
    </message>
</context>
<context>
    <name>Dimension</name>
    <message>
        <source>Area kind</source>
        <translation>区域类别</translation>
    </message>
    <message>
        <source>Building or area</source>
        <translation>楼栋／区域</translation>
    </message>
    <message>
        <source>Job type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>专业主管</translation>
    </message>
    <message>
        <source>Taken down by</source>
        <translation>接报人</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>维修人</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>工种</translation>
    </message>
</context>
<context>
    <name>DispatchBoard</name>
    <message>
        <source>No trade yet</source>
        <translation>工种未定</translation>
    </message>
</context>
<context>
    <name>DispatchColumn</name>
    <message numerus="yes">
        <source>%n more below</source>
        <translation>
            <numerusform>下面还有 %n 单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DispatchDialog</name>
    <message>
        <source>Choose a trade</source>
        <translation>选工种</translation>
    </message>
    <message>
        <source>Dispatch and print</source>
        <translation>派工并打印</translation>
    </message>
    <message>
        <source>Dispatch {number}</source>
        <translation>派工 {number}</translation>
    </message>
</context>
<context>
    <name>DispatchPage</name>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>By trade</source>
        <translation>按工种</translation>
    </message>
    <message>
        <source>Dispatch {number}</source>
        <translation>派工 {number}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>How the slips stand</source>
        <translation>排列方式</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时未到场</translation>
    </message>
    <message>
        <source>No slip is counted here; press the counter again for all.</source>
        <translation>这一类现在没有单子；再按一次上面的计数看全部。</translation>
    </message>
    <message>
        <source>Nothing waits: every slip is back.</source>
        <translation>没有在等的单，都已返单。</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>One list</source>
        <translation>一列</translation>
    </message>
    <message>
        <source>Paper out</source>
        <translation>待返单</translation>
    </message>
    <message>
        <source>Slips that wait or are out</source>
        <translation>待派和在途的单</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>铃声</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>铃声关</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>铃声开</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待派</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选单</translation>
    </message>
</context>
<context>
    <name>DispatchWatch</name>
    <message>
        <source>New slip to dispatch: {room}</source>
        <translation>新单待派：{room}</translation>
    </message>
    <message>
        <source>Urgent slip to dispatch: {room}</source>
        <translation>急修待派：{room}</translation>
    </message>
</context>
<context>
    <name>DisputeDialog</name>
    <message>
        <source>Hand to housekeeping</source>
        <translation>交管家协商</translation>
    </message>
    <message>
        <source>The quote of {amount} yuan is disputed</source>
        <translation>业户对报价 {amount} 元有异议</translation>
    </message>
    <message>
        <source>The technician waits; housekeeping talks with the owner.</source>
        <translation>维修人等候，由管家与业户协商。</translation>
    </message>
</context>
<context>
    <name>DisputeWatch</name>
    <message numerus="yes">
        <source>%n disputed price(s)</source>
        <translation>
            <numerusform>%n 张单报价有争议</numerusform>
        </translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>{amount} yuan</source>
        <translation>{amount} 元</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message numerus="yes">
        <source>%n added.</source>
        <translation>
            <numerusform>新增 %n。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed.</source>
        <translation>
            <numerusform>更新 %n。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s) in the numbers noted.</source>
        <translation>
            <numerusform>记下缺号 %n 处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already.</source>
        <translation>
            <numerusform>原来就有 %n。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) imported</source>
        <translation>
            <numerusform>已导入 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) imported</source>
        <translation>
            <numerusform>已导入 %n 条价格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors left out.</source>
        <translation>
            <numerusform>跳过有错的 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) imported</source>
        <translation>
            <numerusform>已导入 %n 张维修单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) added to the directory.</source>
        <translation>
            <numerusform>业户档案新增 %n 户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) imported</source>
        <translation>
            <numerusform>已导入 %n 户</numerusform>
        </translation>
    </message>
    <message>
        <source>A new price ended the one before it on its day; slips keep what they were charged.</source>
        <translation>新价生效之日旧价停用；已收费的维修单不变。</translation>
    </message>
    <message>
        <source>Each row can be changed or taken out of use in the settings.</source>
        <translation>每一条都可在设置里修改或停用。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the registers</source>
        <translation>打开登记表</translation>
    </message>
    <message>
        <source>Open the staff</source>
        <translation>查看员工</translation>
    </message>
    <message>
        <source>Open the tariff</source>
        <translation>打开收费标准</translation>
    </message>
    <message>
        <source>Open the units</source>
        <translation>查看业户单元</translation>
    </message>
    <message>
        <source>The slips stand in the registers under their own numbers. Numbers are not taken back: a slip that is wrong is corrected or made void.</source>
        <translation>这些维修单已按各自的单号进入登记表。单号不再收回：有误的单请更正或作废。</translation>
    </message>
</context>
<context>
    <name>DraftSwitch</name>
    <message>
        <source>Another draft is about {room} too</source>
        <translation>另一个草稿也在记 {room}</translation>
    </message>
    <message>
        <source>Draft not saved yet</source>
        <translation>草稿还没存上</translation>
    </message>
    <message>
        <source>Draft saved again</source>
        <translation>草稿已经存上</translation>
    </message>
    <message>
        <source>Draft saved {time}</source>
        <translation>草稿已存 {time}</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>草稿已丢弃</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop a file here</source>
        <translation>把文件拖到这里</translation>
    </message>
    <message>
        <source>Drop the file here</source>
        <translation>把文件拖到这里</translation>
    </message>
    <message>
        <source>Excel workbooks (.xlsx) and CSV files, as the centre has kept them. Nothing is changed in the file.</source>
        <translation>Excel 工作簿（.xlsx）或 CSV 文件，平时怎么记就怎么交，文件本身不会改动。</translation>
    </message>
</context>
<context>
    <name>DuplicateCard</name>
    <message>
        <source>Possibly a duplicate</source>
        <translation>可能重复</translation>
    </message>
    <message>
        <source>Public trouble nearby</source>
        <translation>附近公共区域在修</translation>
    </message>
    <message>
        <source>Reason for a new slip</source>
        <translation>仍要新开，请写原因</translation>
    </message>
    <message>
        <source>Reason to issue anyway</source>
        <translation>仍要新开的原因</translation>
    </message>
</context>
<context>
    <name>DuplicateWhy</name>
    <message>
        <source>public incident nearby</source>
        <translation>附近公共区域在修</translation>
    </message>
    <message>
        <source>room above</source>
        <translation>楼上</translation>
    </message>
    <message>
        <source>room below</source>
        <translation>楼下</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>同一地点</translation>
    </message>
    <message>
        <source>same room</source>
        <translation>同一房间</translation>
    </message>
</context>
<context>
    <name>DutyPost</name>
    <message>
        <source>Control room</source>
        <translation>中控</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>Housekeeper</source>
        <translation>管家</translation>
    </message>
</context>
<context>
    <name>EmptyRegister</name>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Import the sheet kept so far</source>
        <translation>导入以前的登记表</translation>
    </message>
    <message>
        <source>Look at all times</source>
        <translation>看全部时间</translation>
    </message>
    <message>
        <source>No slip in this time</source>
        <translation>这段时间没有单</translation>
    </message>
    <message>
        <source>No slip matches</source>
        <translation>没有符合的单</translation>
    </message>
    <message>
        <source>No slip yet</source>
        <translation>还没有单</translation>
    </message>
    <message>
        <source>Nothing in this register fits all that is asked for.</source>
        <translation>本登记表里没有同时符合所有条件的单。</translation>
    </message>
    <message>
        <source>Nothing was issued in the time that is chosen.</source>
        <translation>所选时间内没有派发过单。</translation>
    </message>
    <message>
        <source>What the front desk issues stands here at once.</source>
        <translation>前台派发后立即出现在这里。</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>End it</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>End {code} {name}</source>
        <translation>停用 {code} {name}</translation>
    </message>
    <message>
        <source>From this day on it is offered no more. Slips keep what they were charged.</source>
        <translation>从这一天起不再使用。已收费的维修单不变。</translation>
    </message>
</context>
<context>
    <name>EntryKind</name>
    <message>
        <source>Adjustment</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Waiver</source>
        <translation>减免</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Reversal</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>invoice {number}</source>
        <translation>发票 {number}</translation>
    </message>
    <message>
        <source>period {period}</source>
        <translation>{period} 期</translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation>{name} 陪同</translation>
    </message>
    <message>
        <source>written {moment}</source>
        <translation>{moment} 补录</translation>
    </message>
</context>
<context>
    <name>ErrorExport</name>
    <message>
        <source>Errors saved</source>
        <translation>错误已导出</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the errors</source>
        <translation>导出错误</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写 {name}</translation>
    </message>
    <message>
        <source>{name} errors.xlsx</source>
        <translation>{name} 错误.xlsx</translation>
    </message>
</context>
<context>
    <name>EscalateDialog</name>
    <message>
        <source>Escalate</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Escalate {number}</source>
        <translation>升级 {number}</translation>
    </message>
</context>
<context>
    <name>EscalateManyDialog</name>
    <message>
        <source>Escalate</source>
        <translation>升级</translation>
    </message>
    <message numerus="yes">
        <source>Escalate %Ln slip(s)</source>
        <translation>
            <numerusform>升级 %Ln 张单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EscortDialog</name>
    <message>
        <source>Finance has the copy</source>
        <translation>财务联已交财务</translation>
    </message>
    <message>
        <source>The finance copy counts as handed over, and {amount} are charged. An empty time means now.</source>
        <translation>财务联即算交到财务，应收 {amount}。时间不填就是现在。</translation>
    </message>
    <message>
        <source>To Finance with {number}</source>
        <translation>陪同交费 {number}</translation>
    </message>
</context>
<context>
    <name>EtaChoice</name>
    <message>
        <source>Today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>Tomorrow {time}</source>
        <translation>明天 {time}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Choose where</source>
        <translation>选择位置</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Export: {name}</source>
        <translation>导出：{name}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>One</source>
        <translation>一张</translation>
    </message>
    <message>
        <source>One a period</source>
        <translation>每期一张</translation>
    </message>
    <message>
        <source>One a week</source>
        <translation>每周一张</translation>
    </message>
    <message>
        <source>Only: {asked}.</source>
        <translation>仅限：{asked}。</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>分表</translation>
    </message>
    <message>
        <source>The slips of the list in its order ({sorting}), each with all {count} columns of the house form.</source>
        <translation>按列表的行和顺序导出（{sorting}），每单都有固定格式的全部 {count} 列。</translation>
    </message>
</context>
<context>
    <name>FailDialog</name>
    <message>
        <source>Send back to Engineering</source>
        <translation>退回工程部</translation>
    </message>
    <message>
        <source>The copies at the desk go out again.</source>
        <translation>前台的各联再交出去。</translation>
    </message>
    <message>
        <source>{number} fails inspection</source>
        <translation>{number} 验收不合格</translation>
    </message>
</context>
<context>
    <name>FailureReport</name>
    <message>
        <source>According to {procedure}</source>
        <translation>依据 {procedure}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>failed {times}×</source>
        <translation>第 {times} 次不合格</translation>
    </message>
    <message>
        <source>seen by {name}</source>
        <translation>{name}已阅</translation>
    </message>
    <message>
        <source>{count} of the inspected works failed and went back to Engineering to be repaired further:</source>
        <translation>下列 {count} 项维修验收不合格，已交回工程部继续维修，特此报告：</translation>
    </message>
</context>
<context>
    <name>FailureWatch</name>
    <message numerus="yes">
        <source>%n failed inspection</source>
        <translation>
            <numerusform>%n 项验收不合格</numerusform>
        </translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>A line of {number} is not quantity × price.</source>
        <translation>{number} 有一行金额不等于数量×单价。</translation>
    </message>
    <message>
        <source>An entry of {number} stands in a period it can not belong to.</source>
        <translation>{number} 有一笔记入了不该记入的期间。</translation>
    </message>
    <message>
        <source>Control numbers {first} to {last} are missing.</source>
        <translation>控制号 {first} 至 {last} 缺失。</translation>
    </message>
    <message>
        <source>Copy {copy} of {number} is not where its last move left it.</source>
        <translation>{number} 第 {copy} 联的位置与最后一次移动不符。</translation>
    </message>
    <message>
        <source>Entry {seq} of the log is missing.</source>
        <translation>操作记录第 {seq} 条缺失。</translation>
    </message>
    <message>
        <source>Entry {seq} of the log was changed.</source>
        <translation>操作记录第 {seq} 条被改动。</translation>
    </message>
    <message>
        <source>More was paid or waived on {number} than was charged.</source>
        <translation>{number} 的实收和减免超过了应收。</translation>
    </message>
    <message>
        <source>Slip {number} carries a fee although it is free or void.</source>
        <translation>{number} 不收费或已作废，却有费用。</translation>
    </message>
    <message>
        <source>Slip {number} does not stand in the log.</source>
        <translation>{number} 在操作记录里没有。</translation>
    </message>
    <message>
        <source>Slip {number} has no printed copies.</source>
        <translation>{number} 没有打印联。</translation>
    </message>
    <message>
        <source>Slip {number} has two live prints of one copy.</source>
        <translation>{number} 同一联有两份有效打印。</translation>
    </message>
    <message>
        <source>Slip {number} is missing.</source>
        <translation>缺少单号 {number}。</translation>
    </message>
    <message>
        <source>Slip {number} is returned, but a copy it needs is not.</source>
        <translation>{number} 已返单，但应收的联未收回。</translation>
    </message>
    <message>
        <source>Slip {number} lies beyond the last number given.</source>
        <translation>{number} 超出已取的单号。</translation>
    </message>
    <message>
        <source>Slip {number} stands in the log but is gone.</source>
        <translation>操作记录里有 {number}，但单子不见了。</translation>
    </message>
    <message>
        <source>Slip {number} was issued before its predecessor and nobody confirmed the clock.</source>
        <translation>{number} 的派发时间早于前一张单，且无人确认时钟。</translation>
    </message>
    <message>
        <source>The approved waiver of {amount} on {number} does not stand in the ledger exactly once.</source>
        <translation>{number} 已批准的减免 {amount} 元在台账中不是恰好一笔。</translation>
    </message>
    <message>
        <source>The books do not give “{fact}” of the closed statement of {period}.</source>
        <translation>按现有账目算不出 {period} 期已关账汇总表中的“{fact}”。</translation>
    </message>
    <message>
        <source>The closed statement of {period} is not what was closed.</source>
        <translation>{period} 期已关账的费用汇总表与关账时不一致。</translation>
    </message>
    <message>
        <source>The database file is damaged: {detail}.</source>
        <translation>数据库文件已损坏：{detail}。</translation>
    </message>
    <message>
        <source>The finance copy of {number} stands in two statements.</source>
        <translation>{number} 的财务联列入了两期汇总表。</translation>
    </message>
    <message>
        <source>The gap case {ref} is closed without cause, owner or result.</source>
        <translation>追查项 {ref} 没有原因、追查人或处理结果就销案了。</translation>
    </message>
    <message>
        <source>The guard of closed periods has lost {name}.</source>
        <translation>已关账期间的保护缺少 {name}。</translation>
    </message>
    <message>
        <source>The handover of {ref} is not what the log says.</source>
        <translation>{ref} 的交接班与操作记录不符。</translation>
    </message>
    <message>
        <source>The last control number given is {last}, the last slip has {found}.</source>
        <translation>已取控制号 {last}，最后一张单是 {found}。</translation>
    </message>
    <message>
        <source>The ledger waives {amount} on {number}, which nobody has approved.</source>
        <translation>{number} 台账中的减免 {amount} 元没有批准记录。</translation>
    </message>
    <message>
        <source>The log ends at entry {seq}, which is not its recorded end.</source>
        <translation>操作记录止于第 {seq} 条，与登记的末条不符。</translation>
    </message>
    <message>
        <source>The login {login} has been given {right} on {table} of the server again; the program had taken it.</source>
        <translation>登录名“{login}”又有了对服务器表 {table} 的 {right} 权限，这是程序收回过的。</translation>
    </message>
    <message>
        <source>The login {login} is a superuser of the server, so no right is kept from it; the program needs an ordinary login that owns its database.</source>
        <translation>登录名“{login}”是服务器的超级用户，任何权限都拦不住它；请让程序用一个拥有本数据库的普通登录名。</translation>
    </message>
    <message>
        <source>The money of {number} is not what the log says.</source>
        <translation>{number} 的款项与操作记录不符。</translation>
    </message>
    <message>
        <source>The receipt {receipt} was given to two payers or on two days.</source>
        <translation>收据 {receipt} 开给了两个交款人或在两天使用。</translation>
    </message>
    <message>
        <source>The return check of {day}, run {no}, is not what was recorded.</source>
        <translation>{day} 的返单核对（第 {no} 次定稿）与当时所记不同。</translation>
    </message>
    <message>
        <source>The return check of {day}, run {no}, stands in the log but is gone.</source>
        <translation>{day} 的返单核对（第 {no} 次定稿）操作记录里有，表里没有了。</translation>
    </message>
    <message>
        <source>The search does not find slips {first} to {last} as they are; “silian init” mends it.</source>
        <translation>查找索引与 {first} 至 {last} 的单据不符；运行“silian init”即可修复。</translation>
    </message>
    <message>
        <source>The search does not find unit {label} as it is; “silian init” mends it.</source>
        <translation>查找索引与业户单元 {label} 不符；运行“silian init”即可修复。</translation>
    </message>
    <message>
        <source>The search does not find {name} as the slips say; “silian init” mends it.</source>
        <translation>查找索引与单据上的 {name} 不符；运行“silian init”即可修复。</translation>
    </message>
    <message>
        <source>The statement of {period} does not tie: {fact}.</source>
        <translation>{period} 期的费用汇总对不上：{fact}。</translation>
    </message>
    <message>
        <source>The statement of {period} was closed, says the log, and is gone.</source>
        <translation>操作记录里有 {period} 期的关账，但它的费用汇总表不见了。</translation>
    </message>
    <message>
        <source>The stored paper ({file}) of {period} is not what was closed.</source>
        <translation>{period} 期存档的文件（{file}）与关账时不一致。</translation>
    </message>
    <message>
        <source>Waivers on {number} and its linked slips come to {total}; from {limit} on a director&apos;s signature is not enough.</source>
        <translation>{number} 及其关联单的减免累计 {total} 元；满 {limit} 元，物业总监无权签批。</translation>
    </message>
    <message>
        <source>What the statement of {period} hands on to the next was changed.</source>
        <translation>{period} 期结转到下一期的内容被改动过。</translation>
    </message>
    <message>
        <source>What {number} was charged is not its price, or its finance copy is not in hand.</source>
        <translation>{number} 的应收与价格不符，或财务联不在手。</translation>
    </message>
    <message>
        <source>{name} asked for a waiver on {number} and approved it too.</source>
        <translation>{number} 的减免由 {name} 申请又由其本人批准。</translation>
    </message>
    <message>
        <source>{name} of the guard of closed periods was changed or switched off.</source>
        <translation>已关账期间的保护 {name} 被改动或停用。</translation>
    </message>
    <message>
        <source>{number} ended, but stands in no statement.</source>
        <translation>{number} 已作废或销单，却不在任何一期汇总表里。</translation>
    </message>
    <message>
        <source>{table} {key} names a record of {parent} that does not exist.</source>
        <translation>{table} {key} 指向 {parent} 中不存在的记录。</translation>
    </message>
    <message>
        <source>“{fact}” of slip {number} is not what the log says.</source>
        <translation>{number} 的“{fact}”与操作记录不符。</translation>
    </message>
    <message>
        <source>“{fact}” of the gap case {ref} is not what the log says.</source>
        <translation>追查项 {ref} 的“{fact}”与操作记录不符。</translation>
    </message>
</context>
<context>
    <name>FeeBearer</name>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Company in advance</source>
        <translation>公司垫付</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>业户</translation>
    </message>
</context>
<context>
    <name>FeedBackManyDialog</name>
    <message>
        <source>Choose by number or initials</source>
        <translation>按序号或拼音首字母选</translation>
    </message>
    <message numerus="yes">
        <source>Feedback for %Ln slip(s)</source>
        <translation>
            <numerusform>%Ln 张单的反馈</numerusform>
        </translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>The feedback for today&apos;s return check; the work goes on.</source>
        <translation>作为今日返单核对的反馈，维修继续。</translation>
    </message>
</context>
<context>
    <name>FeedbackDialog</name>
    <message>
        <source>Record</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>The feedback for today&apos;s return check; the work goes on.</source>
        <translation>这就是今天返单核对的反馈，维修照常进行。</translation>
    </message>
    <message>
        <source>Why {number} is not back</source>
        <translation>{number} 为什么没返</translation>
    </message>
</context>
<context>
    <name>FeedbackForm</name>
    <message>
        <source>Record</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{number} came back meanwhile; nothing needs to be told.</source>
        <translation>{number} 刚才已返单，不用再填原因。</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Accepted by</source>
        <translation>验收人</translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>接听人</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>预约时间</translation>
    </message>
    <message>
        <source>Approval before</source>
        <translation>上一次批准</translation>
    </message>
    <message>
        <source>Approved at</source>
        <translation>批准时间</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>到场时间</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>At Finance since</source>
        <translation>先交财务时间</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Binder</source>
        <translation>装订册号</translation>
    </message>
    <message>
        <source>Called at</source>
        <translation>回访时间</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>销单时间</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>故障原因</translation>
    </message>
    <message>
        <source>Cause of the gap</source>
        <translation>缺漏原因</translation>
    </message>
    <message>
        <source>Charged per</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Chased by</source>
        <translation>追查人</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>完工时间</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>联次</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>报修部门</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>查明原因</translation>
    </message>
    <message>
        <source>Dispatcher of Engineering</source>
        <translation>工程部调度员</translation>
    </message>
    <message>
        <source>Escalated at</source>
        <translation>升级时间</translation>
    </message>
    <message>
        <source>Escort</source>
        <translation>陪同人</translation>
    </message>
    <message>
        <source>Expected completion</source>
        <translation>预计完成</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>起号</translation>
    </message>
    <message>
        <source>Form no.</source>
        <translation>审批单号</translation>
    </message>
    <message>
        <source>Form number</source>
        <translation>印刷号</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>找到处</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>移交人</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>验收</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票号</translation>
    </message>
    <message>
        <source>Keyed in later</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>Labour</source>
        <translation>人工费</translation>
    </message>
    <message>
        <source>Labour and materials</source>
        <translation>人工与材料</translation>
    </message>
    <message>
        <source>Labour at most</source>
        <translation>人工费上限</translation>
    </message>
    <message>
        <source>Labour at night</source>
        <translation>夜间人工费</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>止号</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>跟进情况</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>改约时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>业户名称</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实收金额</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>收款方式</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>交款人</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason unfinished</source>
        <translation>未完成原因</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据号</translation>
    </message>
    <message>
        <source>Received by supervisor</source>
        <translation>主管接单时间</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>领入日期</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>依据单号</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Report to</source>
        <translation>报请</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>报修人</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>处理说明</translation>
    </message>
    <message>
        <source>Result of the chase</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>返单时间</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>跟进方</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签字情况</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>Signer&apos;s role</source>
        <translation>签字人身份</translation>
    </message>
    <message>
        <source>Slip it repeats</source>
        <translation>重复的原单</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>专业主管</translation>
    </message>
    <message>
        <source>Supervisor&apos;s note</source>
        <translation>主管说明</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Taken by Finance</source>
        <translation>财务接收人</translation>
    </message>
    <message>
        <source>Technicians</source>
        <translation>维修人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>The return before</source>
        <translation>上次返单</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time of dispatch</source>
        <translation>派工时间</translation>
    </message>
    <message>
        <source>Time of issue</source>
        <translation>派发时间</translation>
    </message>
    <message>
        <source>Time of payment</source>
        <translation>收款时间</translation>
    </message>
    <message>
        <source>Time of report</source>
        <translation>报修时间</translation>
    </message>
    <message>
        <source>Time of the agreement</source>
        <translation>确认时间</translation>
    </message>
    <message>
        <source>Time of the feedback</source>
        <translation>反馈时间</translation>
    </message>
    <message>
        <source>Time of the owner&apos;s call</source>
        <translation>业户电话同意时间</translation>
    </message>
    <message>
        <source>Time of the quote</source>
        <translation>报价时间</translation>
    </message>
    <message>
        <source>Time that was not kept</source>
        <translation>未守的约定时间</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>批准人职务</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>上报对象</translation>
    </message>
    <message>
        <source>Told of the delay</source>
        <translation>迟到告知</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Unfinished since</source>
        <translation>转未完成时间</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元号</translation>
    </message>
    <message>
        <source>Usual minutes</source>
        <translation>参考工时（分钟）</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>失效日期</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>维修内容</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Who signed</source>
        <translation>签批级别</translation>
    </message>
    <message>
        <source>Why another price</source>
        <translation>价格不同的原因</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>不批准的原因</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>FigureKey</name>
    <message>
        <source>Callbacks, overall</source>
        <translation>回访率（总）</translation>
    </message>
    <message>
        <source>Callbacks, owners</source>
        <translation>回访率（业户）</translation>
    </message>
    <message>
        <source>Callbacks, public</source>
        <translation>回访率（公共）</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>销单</translation>
    </message>
    <message>
        <source>Collection rate</source>
        <translation>收缴率</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Completed in the span</source>
        <translation>本期完成（不论派发日）</translation>
    </message>
    <message>
        <source>Completion rate</source>
        <translation>完成率</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Explained in time</source>
        <translation>反馈率</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Minutes to arrive</source>
        <translation>到场时长（分钟）</translation>
    </message>
    <message>
        <source>Minutes to finish</source>
        <translation>完工时长（分钟）</translation>
    </message>
    <message>
        <source>Missing slips chased</source>
        <translation>缺单追查数</translation>
    </message>
    <message>
        <source>On site in time</source>
        <translation>到场及时率</translation>
    </message>
    <message>
        <source>Open at the end</source>
        <translation>期末结转</translation>
    </message>
    <message>
        <source>Open at the start</source>
        <translation>期初结转</translation>
    </message>
    <message>
        <source>Passed inspection</source>
        <translation>验收合格率</translation>
    </message>
    <message>
        <source>Repaired in time</source>
        <translation>维修及时率</translation>
    </message>
    <message>
        <source>Returned in time</source>
        <translation>返单及时率</translation>
    </message>
    <message>
        <source>Rework rate</source>
        <translation>返修率</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意率</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Unfinished rate</source>
        <translation>未完成率</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未收金额</translation>
    </message>
    <message>
        <source>Urgent response in time</source>
        <translation>急修响应及时率</translation>
    </message>
    <message>
        <source>Valid complaints</source>
        <translation>有效投诉数</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Void or cancelled in the span</source>
        <translation>本期作废销单</translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message>
        <source>Callbacks of this person in the range that reached somebody.</source>
        <translation>此人在范围内已接通的回访。</translation>
    </message>
    <message>
        <source>Callbacks this person tried in the range; each try counts.</source>
        <translation>此人在范围内的回访，每打一次算一次。</translation>
    </message>
    <message>
        <source>On site in {onsite} min</source>
        <translation>{onsite} 分钟到场率</translation>
    </message>
    <message>
        <source>Papers this person took back in the range, by their return.</source>
        <translation>此人在范围内收回的返单，按返单时间。</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>与上期相同</translation>
    </message>
    <message>
        <source>before {value}</source>
        <translation>上期 {value}</translation>
    </message>
    <message>
        <source>better</source>
        <translation>好转</translation>
    </message>
    <message>
        <source>down {amount}</source>
        <translation>降 {amount}</translation>
    </message>
    <message>
        <source>median {median}, {count} slips</source>
        <translation>中位 {median}，{count} 单</translation>
    </message>
    <message>
        <source>not kept yet</source>
        <translation>尚未登记</translation>
    </message>
    <message>
        <source>slips</source>
        <translation>单</translation>
    </message>
    <message>
        <source>up {amount}</source>
        <translation>升 {amount}</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>变差</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
</context>
<context>
    <name>FileOffers</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
</context>
<context>
    <name>FileProblem</name>
    <message>
        <source>it is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the system refuses it</source>
        <translation>系统不允许</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>you may not read or write there</source>
        <translation>没有读写权限</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message numerus="yes">
        <source>%n heading(s)</source>
        <translation>
            <numerusform>%n 个栏目</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘掉</translation>
    </message>
    <message>
        <source>Forget how {name} is read</source>
        <translation>忘掉{name}的读法</translation>
    </message>
    <message>
        <source>None yet. A sheet that was imported once is read the same way the next time, as long as its headings stay.</source>
        <translation>还没有。导入过一次的表格，只要栏名不变，下次就按同样的读法自动对好。</translation>
    </message>
    <message>
        <source>Sheets that map themselves</source>
        <translation>记住的表格，下次自动对栏目</translation>
    </message>
    <message>
        <source>What does the sheet hold?</source>
        <translation>表里记的是什么？</translation>
    </message>
    <message>
        <source>What the sheet holds</source>
        <translation>表里记的内容</translation>
    </message>
    <message>
        <source>{day} by {person}</source>
        <translation>{day} {person}</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message>
        <source>building {building}, floor {floor}</source>
        <translation>{building}栋{floor}层</translation>
    </message>
    <message>
        <source>{place}, {room}</source>
        <translation>{place}，{room}</translation>
    </message>
    <message>
        <source>{room} is not in the directory</source>
        <translation>单元目录里没有 {room}</translation>
    </message>
    <message>
        <source>{room} was closed in the directory just now; everything typed is still here.</source>
        <translation>{room} 刚刚在单元目录里停用了，已填的内容都还在</translation>
    </message>
</context>
<context>
    <name>FilterHeader</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>≥ min</source>
        <translation>≥ 分</translation>
    </message>
    <message>
        <source>≥ {count} min</source>
        <translation>≥ {count} 分</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Type a number.</source>
        <translation>请输入数字。</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>FinalForm</name>
    <message>
        <source>Make final</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>Make the return check of {days} final</source>
        <translation>{days} 返单核对定稿</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不</translation>
    </message>
</context>
<context>
    <name>FinanceTabs</name>
    <message>
        <source>Close</source>
        <translation>关账</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Waivers</source>
        <translation>减免</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>No paper that is out ends with {digits}.</source>
        <translation>没有以 {digits} 结尾的未返单。</translation>
    </message>
</context>
<context>
    <name>FollowUpFacts</name>
    <message>
        <source>Issued {time}</source>
        <translation>派发 {time}</translation>
    </message>
    <message>
        <source>expected {time}</source>
        <translation>预计 {time} 完成</translation>
    </message>
    <message>
        <source>reported to {whom}</source>
        <translation>已报{whom}</translation>
    </message>
    <message>
        <source>{side}, {time} {who}, overdue: {note}</source>
        <translation>{side} {time} {who}，已逾期：{note}</translation>
    </message>
    <message>
        <source>{side}, {time} {who}: {note}</source>
        <translation>{side} {time} {who}：{note}</translation>
    </message>
    <message>
        <source>{side}: not looked after yet</source>
        <translation>{side}：还没跟进过</translation>
    </message>
    <message>
        <source>{side}: not looked after yet, overdue</source>
        <translation>{side}：还没跟进过，已逾期</translation>
    </message>
</context>
<context>
    <name>FollowUpForm</name>
    <message>
        <source>Expected</source>
        <translation>预计完成</translation>
    </message>
    <message>
        <source>What was found out and agreed</source>
        <translation>了解到的情况、约定的事</translation>
    </message>
    <message>
        <source>if complex</source>
        <translation>情况复杂时填写</translation>
    </message>
</context>
<context>
    <name>FollowUpPage</name>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All is finished or looked after. Well done.</source>
        <translation>没有要跟进的了，辛苦了。</translation>
    </message>
    <message>
        <source>Engineering due</source>
        <translation>工程部该跟进</translation>
    </message>
    <message>
        <source>Follow-up list of the day</source>
        <translation>未完成跟进单（日）</translation>
    </message>
    <message>
        <source>Follow-up list of the week</source>
        <translation>未完成跟进单（周）</translation>
    </message>
    <message>
        <source>Housekeeping due</source>
        <translation>管家部该跟进</translation>
    </message>
    <message>
        <source>The slip and its look</source>
        <translation>维修单与跟进</translation>
    </message>
    <message>
        <source>Unfinished slips</source>
        <translation>未完成的维修单</translation>
    </message>
    <message>
        <source>Which slips</source>
        <translation>看哪些</translation>
    </message>
    <message>
        <source>never</source>
        <translation>未跟进</translation>
    </message>
    <message>
        <source>never, due</source>
        <translation>未跟进，逾期</translation>
    </message>
    <message>
        <source>{number} looked after</source>
        <translation>{number} 已跟进</translation>
    </message>
    <message>
        <source>{time}, due</source>
        <translation>{time} 逾期</translation>
    </message>
</context>
<context>
    <name>FollowUpSheet</name>
    <message>
        <source>Nothing is unfinished.</source>
        <translation>没有未完成的维修单。</translation>
    </message>
    <message>
        <source>{centre}&#x3000;as at {time}&#x3000;{count} unfinished, {late} overdue</source>
        <translation>{centre}&#x3000;截至 {time}&#x3000;{count} 张未完成，{late} 张逾期</translation>
    </message>
</context>
<context>
    <name>FollowUpSide</name>
    <message>
        <source>Engineering</source>
        <translation>工程部</translation>
    </message>
    <message>
        <source>Housekeeping</source>
        <translation>管家部</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>FrameFacts</name>
    <message>
        <source>Last backup {time}</source>
        <translation>上次备份 {time}</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚未备份</translation>
    </message>
    <message>
        <source>On duty: {post}</source>
        <translation>当班：{post}</translation>
    </message>
    <message>
        <source>One is made in the settings, or by “silian backup FILE”, while everybody works.</source>
        <translation>可在设置中备份，或运行“silian backup 文件名”，不影响各岗位工作。</translation>
    </message>
    <message>
        <source>Server connected</source>
        <translation>服务器已连接</translation>
    </message>
    <message>
        <source>Server lost, trying again</source>
        <translation>服务器已断开，正在重连</translation>
    </message>
    <message>
        <source>The database file is missing, looking for it</source>
        <translation>找不到数据库文件，正在重试</translation>
    </message>
    <message>
        <source>The holidays of {year} are missing; duty follows the plain week. Import them in the settings.</source>
        <translation>缺少 {year} 年的节假日，值班按普通周计算，请在设置中导入。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>FrameScene</name>
    <message>
        <source>Closing stops it; nothing half done is kept.</source>
        <translation>关闭会停下它，做到一半的不保留。</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停下并关闭</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Work is still running</source>
        <translation>还有任务在进行</translation>
    </message>
</context>
<context>
    <name>GapFacts</name>
    <message>
        <source>Closed {time}: {cause}, {owner}, {resolution}</source>
        <translation>{time} 销案：{cause}，{owner}，{resolution}</translation>
    </message>
    <message>
        <source>Found missing {time} by {who}</source>
        <translation>{time} {who}发现缺漏</translation>
    </message>
    <message>
        <source>It lies at “{place}” again. The case waits to be closed.</source>
        <translation>这一联已回到“{place}”，待销案。</translation>
    </message>
    <message>
        <source>Nobody chases it yet.</source>
        <translation>还没有人追查。</translation>
    </message>
    <message>
        <source>{owner} chases it: {cause}</source>
        <translation>{owner}追查中：{cause}</translation>
    </message>
</context>
<context>
    <name>GapForm</name>
    <message>
        <source>Back at: {place}</source>
        <translation>已回到{place}</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>缺漏原因</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>选择原因</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>怎么了结的</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没找到</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Why it is chased again</source>
        <translation>为什么重新追查</translation>
    </message>
</context>
<context>
    <name>GapKind</name>
    <message>
        <source>Missing copy</source>
        <translation>缺联</translation>
    </message>
    <message>
        <source>Missing form</source>
        <translation>缺印刷单</translation>
    </message>
    <message>
        <source>Missing number</source>
        <translation>缺号</translation>
    </message>
</context>
<context>
    <name>GapLook</name>
    <message numerus="yes">
        <source>%n new case(s)</source>
        <translation>
            <numerusform>新立 %n 项追查</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for gaps</source>
        <translation>正在查缺号缺联</translation>
    </message>
    <message>
        <source>Nothing new is missing</source>
        <translation>没有新的缺漏</translation>
    </message>
</context>
<context>
    <name>GapPage</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>已销案</translation>
    </message>
    <message>
        <source>Case open again</source>
        <translation>已重新追查</translation>
    </message>
    <message>
        <source>Cause and owner kept</source>
        <translation>已记下原因和追查人</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已销案</translation>
    </message>
    <message>
        <source>Gap cases</source>
        <translation>追查项</translation>
    </message>
    <message>
        <source>Gap list</source>
        <translation>缺号追查表</translation>
    </message>
    <message>
        <source>No case was closed yet.</source>
        <translation>还没有销过案。</translation>
    </message>
    <message>
        <source>No pack of pre-printed forms was received here.</source>
        <translation>这里还没有领入过预印单。</translation>
    </message>
    <message>
        <source>Nothing is missing. Every number has its papers.</source>
        <translation>一张不缺，每个号都有单。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>追查中</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新追查</translation>
    </message>
    <message>
        <source>Packs of forms</source>
        <translation>预印单号段</translation>
    </message>
    <message>
        <source>Pre-printed forms</source>
        <translation>预印单</translation>
    </message>
    <message>
        <source>The case and its end</source>
        <translation>追查项与结果</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>看哪一类</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>还没人</translation>
    </message>
</context>
<context>
    <name>GapSheet</name>
    <message>
        <source>Nothing is missing.</source>
        <translation>没有缺号、缺联。</translation>
    </message>
    <message>
        <source>{centre}&#x3000;as at {time}&#x3000;{count} cases, {open} open</source>
        <translation>{centre}&#x3000;截至 {time}&#x3000;{count} 项，未销案 {open} 项</translation>
    </message>
</context>
<context>
    <name>GivenButton</name>
    <message>
        <source>Show every slip again</source>
        <translation>看全部维修单</translation>
    </message>
</context>
<context>
    <name>HandoverForm</name>
    <message>
        <source>Keys, promises, water cut off, visitors</source>
        <translation>钥匙、答应业户的事、停水停电、来访</translation>
    </message>
    <message>
        <source>To heed</source>
        <translation>注意事项</translation>
    </message>
</context>
<context>
    <name>HandoverLines</name>
    <message>
        <source>Brought early by escort, in no bundle</source>
        <translation>已先交（陪同交费），不计入批次</translation>
    </message>
    <message>
        <source>Bundle {number}, being scanned</source>
        <translation>批次 {number}，扫描中</translation>
    </message>
    <message>
        <source>In hand, not scanned yet</source>
        <translation>在手未扫</translation>
    </message>
    <message>
        <source>Without paper, number only</source>
        <translation>未打印即作废或销单，仅列单号</translation>
    </message>
    <message>
        <source>earlier period</source>
        <translation>以前期</translation>
    </message>
    <message>
        <source>photocopy, copy is lost</source>
        <translation>原联遗失，附复印件</translation>
    </message>
</context>
<context>
    <name>HandoverList</name>
    <message>
        <source>{centre}&#x3000;period {period} ({begins} 00:00 to {ends} 00:00)&#x3000;bundle {batch_no}</source>
        <translation>{centre}&#x3000;{period} 期（{begins} 00:00 至 {ends} 00:00）&#x3000;批次 {batch_no}</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message numerus="yes">
        <source>%n line(s) to tell</source>
        <translation>
            <numerusform>要交代 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier shifts</source>
        <translation>以前的班</translation>
    </message>
    <message>
        <source>Handed over to {name}</source>
        <translation>已交班给{name}</translation>
    </message>
    <message>
        <source>Handover sheet</source>
        <translation>交接班表</translation>
    </message>
    <message>
        <source>May be handed over from {time} on.</source>
        <translation>{time} 起可以交班。</translation>
    </message>
    <message>
        <source>No return check was made final yet.</source>
        <translation>还没有定稿过返单核对。</translation>
    </message>
    <message>
        <source>No shift was handed over yet.</source>
        <translation>还没有交过班。</translation>
    </message>
    <message>
        <source>Not handed over yet, {time} late.</source>
        <translation>还没交班，已晚 {time}。</translation>
    </message>
    <message>
        <source>Nothing is left over. A quiet shift to whoever comes.</source>
        <translation>没有要交代的，祝接班的同事顺利。</translation>
    </message>
    <message numerus="yes">
        <source>Return check of {day}: %n slip(s) still missing</source>
        <translation>
            <numerusform>{day} 返单核对：仍失联 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>The return check of {day} is not what was made final: nobody knows which slips were missing. Run “silian check”.</source>
        <translation>{day} 的返单核对与定稿时不符，失联无法列出：请运行 silian check 自检。</translation>
    </message>
    <message>
        <source>The shift and its handover</source>
        <translation>班次与交接</translation>
    </message>
    <message>
        <source>The shift changes at {time}.</source>
        <translation>{time} 换班。</translation>
    </message>
    <message>
        <source>What is told to the next shift</source>
        <translation>交代给下一班的事</translation>
    </message>
    <message>
        <source>not handed over</source>
        <translation>没有交班</translation>
    </message>
    <message>
        <source>{from_post} to {to_post}, {begins} to {ends}</source>
        <translation>{from_post}交{to_post}，{begins} 至 {ends}</translation>
    </message>
</context>
<context>
    <name>HandoverPart</name>
    <message>
        <source>Appointment</source>
        <translation>本班预约</translation>
    </message>
    <message>
        <source>Gap case</source>
        <translation>缺漏追查</translation>
    </message>
    <message>
        <source>Nothing heard</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
</context>
<context>
    <name>HandoverReminder</name>
    <message numerus="yes">
        <source>%n finance copies of {period} are handed over on {day}.</source>
        <translation>
            <numerusform>{period} 期财务联在手 %n 联，{day} 移交财务部。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finance copies of {period} are to be handed over today.</source>
        <translation>
            <numerusform>今日移交：{period} 期财务联 %n 联须交财务部。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finance copies of {period} should be at Finance since {day}.</source>
        <translation>
            <numerusform>{period} 期财务联尚有 %n 联未移交，应于 {day} 交财务部。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverSheet</name>
    <message>
        <source>{centre}&#x3000;{begins}–{until}&#x3000;{from_post} to {to_post}&#x3000;as at {time}&#x3000;{count} unfinished</source>
        <translation>{centre}&#x3000;{begins}–{until}&#x3000;{from_post}交{to_post}&#x3000;截至 {time}&#x3000;未完成 {count} 张</translation>
    </message>
</context>
<context>
    <name>HandoverTab</name>
    <message numerus="yes">
        <source>Bundle {number} handed over, %n copies</source>
        <translation>
            <numerusform>批次 {number} 已移交，共 %n 联</numerusform>
        </translation>
    </message>
    <message>
        <source>Bundles handed over</source>
        <translation>已移交批次</translation>
    </message>
    <message>
        <source>Finance copies</source>
        <translation>财务联</translation>
    </message>
    <message>
        <source>No bundle was handed over yet.</source>
        <translation>尚未移交任何批次。</translation>
    </message>
    <message>
        <source>Number of a finance copy</source>
        <translation>财务联单号</translation>
    </message>
    <message>
        <source>Scan copy 2, or type the number and press Enter</source>
        <translation>扫描第二联，或输入单号后按回车</translation>
    </message>
    <message>
        <source>Who signs, and earlier bundles</source>
        <translation>签收与已移交批次</translation>
    </message>
    <message>
        <source>{number} is in the bundle</source>
        <translation>{number} 已扫入本批</translation>
    </message>
    <message>
        <source>{number} is out of the bundle</source>
        <translation>{number} 已移出本批</translation>
    </message>
</context>
<context>
    <name>HandoverWatch</name>
    <message numerus="yes">
        <source>%n copies of {period} are to go to Finance.</source>
        <translation>
            <numerusform>{period} 期财务联 %n 联须移交财务部。</numerusform>
        </translation>
    </message>
    <message>
        <source>Handover to Finance</source>
        <translation>财务联移交</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>HitPopup</name>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>↑ ↓ choose   Enter opens   Esc goes back</source>
        <translation>↑ ↓ 选择&#x3000;Enter 打开&#x3000;Esc 返回</translation>
    </message>
</context>
<context>
    <name>HolderPopup</name>
    <message numerus="yes">
        <source>%n open slip(s)</source>
        <translation>
            <numerusform>未完结 %n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n today</source>
        <translation>
            <numerusform>今日 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Any trade</source>
        <translation>综合</translation>
    </message>
    <message>
        <source>Initials in pinyin</source>
        <translation>拼音首字母筛选</translation>
    </message>
    <message>
        <source>Open slips</source>
        <translation>未完结的单子</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>维修人</translation>
    </message>
    <message>
        <source>Technicians</source>
        <translation>维修人</translation>
    </message>
    <message>
        <source>Who holds what</source>
        <translation>谁手里有哪些单</translation>
    </message>
    <message numerus="yes">
        <source>holds %n</source>
        <translation>
            <numerusform>手上 %n 单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentityLine</name>
    <message numerus="yes">
        <source>%n to hand over</source>
        <translation>
            <numerusform>%n 份未移交</numerusform>
        </translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>平</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不平</translation>
    </message>
</context>
<context>
    <name>IdentityList</name>
    <message numerus="yes">
        <source>%n balance(s) together = {sum}</source>
        <translation>
            <numerusform>%n 笔余额相加 = 期末未收 {sum}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of five identities differ(s)</source>
        <translation>
            <numerusform>五项勾稽有 %n 项不平</numerusform>
        </translation>
    </message>
    <message>
        <source>All five identities agree</source>
        <translation>五项勾稽全部相符</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>List</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>The sums agree; copies are still to be handed over</source>
        <translation>数都对得上，财务联还没移交完</translation>
    </message>
    <message>
        <source>bundles {counts}, brought early {early} {sign} A and B {sum}</source>
        <translation>批次 {counts} 联，先交 {early} 联 {sign} A 与 B 共 {sum} 张</translation>
    </message>
    <message>
        <source>issued {count} = A {a} + C {c}</source>
        <translation>本期派发 {count} = A {a} + C {c}</translation>
    </message>
    <message>
        <source>{parts} = received {sum}</source>
        <translation>{parts} = 实收 {sum}</translation>
    </message>
</context>
<context>
    <name>InspectStatus</name>
    <message>
        <source>Failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>To be inspected</source>
        <translation>待验收</translation>
    </message>
</context>
<context>
    <name>InspectedFacts</name>
    <message>
        <source>By</source>
        <translation>维修</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Failed before</source>
        <translation>曾不合格</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>报修</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>done {time}</source>
        <translation>完工 {time}</translation>
    </message>
    <message>
        <source>paper back {time}</source>
        <translation>返单 {time}</translation>
    </message>
    <message>
        <source>{minutes} min after</source>
        <translation>完工后 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min after, more than {most}</source>
        <translation>完工后 {minutes} 分才返，超过 {most} 分</translation>
    </message>
</context>
<context>
    <name>InspectionList</name>
    <message>
        <source>According to {procedure}</source>
        <translation>依据 {procedure}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>What fails goes back to Engineering and is reported to the manager; whoever repaired it does not inspect it.</source>
        <translation>不合格的交回工程部继续维修，并报部门经理；维修人不验收自己的活。</translation>
    </message>
    <message>
        <source>paper late</source>
        <translation>返单迟</translation>
    </message>
    <message>
        <source>{centre}&#x3000;{day}&#x3000;{count} to inspect</source>
        <translation>{centre}&#x3000;{day}&#x3000;待验收 {count} 项</translation>
    </message>
    <message>
        <source>{content} (failed before: {reason})</source>
        <translation>{content}（上次不合格：{reason}）</translation>
    </message>
    <message>
        <source>{count} older ones are not listed</source>
        <translation>另有较早的 {count} 项未列</translation>
    </message>
    <message>
        <source>… : the rest stands in the program</source>
        <translation>…：其余见程序</translation>
    </message>
</context>
<context>
    <name>InspectionPage</name>
    <message numerus="yes">
        <source>%n paper(s) came late</source>
        <translation>
            <numerusform>%n 项返单迟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n 项合格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for inspection</source>
        <translation>
            <numerusform>待验收 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed by {by}, {time}: {note}. It is out again with Engineering.</source>
        <translation>{by} {time} 判不合格：{note}。已退回工程部。</translation>
    </message>
    <message>
        <source>Housekeeping inspects; you may look.</source>
        <translation>验收由管家部办理，这里可以查看。</translation>
    </message>
    <message>
        <source>If that was wrong, fail it; both stay in the log.</source>
        <translation>判错了可改判不合格，两次都留在记录里。</translation>
    </message>
    <message>
        <source>It goes back to Engineering, and the manager is told.</source>
        <translation>单子退回工程部，已报部门经理。</translation>
    </message>
    <message>
        <source>It is out again with Engineering; this is the report.</source>
        <translation>已退回工程部继续维修，请阅。</translation>
    </message>
    <message>
        <source>No public work waits for its inspection.</source>
        <translation>没有待验收的公共维修。</translation>
    </message>
    <message>
        <source>One that was passed by mistake can be failed under “today”.</source>
        <translation>判错的，可在“今日已验收”里改判不合格。</translation>
    </message>
    <message>
        <source>Passed by {by}, {time}.</source>
        <translation>{by} {time} 验收合格。</translation>
    </message>
    <message>
        <source>What is known of the slip</source>
        <translation>这张单的情况</translation>
    </message>
    <message>
        <source>What waits for inspection</source>
        <translation>待验收的维修</translation>
    </message>
    <message>
        <source>{number} failed</source>
        <translation>{number} 不合格</translation>
    </message>
    <message>
        <source>{place} passed</source>
        <translation>{place} 合格</translation>
    </message>
</context>
<context>
    <name>InspectionPrint</name>
    <message>
        <source>Inspection of {day}</source>
        <translation>{day} 验收单</translation>
    </message>
    <message>
        <source>What failed inspection, {day}</source>
        <translation>{day} 验收不合格报告</translation>
    </message>
</context>
<context>
    <name>IntakeDraft</name>
    <message>
        <source>New call</source>
        <translation>新报修</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>{minutes} 分钟前</translation>
    </message>
</context>
<context>
    <name>IntakeForm</name>
    <message>
        <source>Keyed in later</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Say which room it is.</source>
        <translation>请填房号。</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>尽快</translation>
    </message>
    <message>
        <source>The call in one line</source>
        <translation>一行录入</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>by the fault</source>
        <translation>按内容建议</translation>
    </message>
</context>
<context>
    <name>IntakeLimit</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>done by the end of tomorrow</source>
        <translation>明天内修完</translation>
    </message>
    <message>
        <source>done within {days} days</source>
        <translation>{days} 天内修完</translation>
    </message>
    <message>
        <source>on site by the appointment</source>
        <translation>按预约时间到场</translation>
    </message>
    <message>
        <source>on site within {minutes} minutes</source>
        <translation>{minutes} 分钟内到场</translation>
    </message>
    <message>
        <source>sent within {minutes} minutes</source>
        <translation>{minutes} 分钟内派工</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>takes a number, enters the register, reaches the dispatcher</source>
        <translation>取号后进登记表，同时送派工台</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>Joined to {number}</source>
        <translation>已并入 {number}</translation>
    </message>
    <message>
        <source>{number} issued {time}</source>
        <translation>{number} 已派发 {time}</translation>
    </message>
    <message>
        <source>{place} {reporter}, {content}; the dispatcher has it</source>
        <translation>{place} {reporter}，{content}，已送派工台</translation>
    </message>
</context>
<context>
    <name>JobType</name>
    <message>
        <source>Planned</source>
        <translation>计划性</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>日常</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
</context>
<context>
    <name>JustReturned</name>
    <message numerus="yes">
        <source>%n paper(s) back today</source>
        <translation>
            <numerusform>今日返单 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>No paper has come back today.</source>
        <translation>今天还没有返单。</translation>
    </message>
    <message>
        <source>Slips returned today</source>
        <translation>今日返单</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有页面</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Leave a dialog, a menu, the search</source>
        <translation>离开对话框、菜单、搜索</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Press the button, open the row</source>
        <translation>按下按钮，打开所在行</translation>
    </message>
</context>
<context>
    <name>Lack</name>
    <message>
        <source>Finance does not have its copy yet</source>
        <translation>财务联还没交到财务</translation>
    </message>
    <message>
        <source>Housekeeping&apos;s copy is not in its file yet</source>
        <translation>管家联还没归档</translation>
    </message>
    <message>
        <source>a callback is still to be made</source>
        <translation>还有回访没做</translation>
    </message>
    <message>
        <source>it has not passed inspection</source>
        <translation>验收还没合格</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Back in time</source>
        <translation>按时返单</translation>
    </message>
    <message>
        <source>Back late</source>
        <translation>迟返</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Not back</source>
        <translation>未返</translation>
    </message>
    <message>
        <source>Told why not</source>
        <translation>已反馈</translation>
    </message>
</context>
<context>
    <name>LimitKey</name>
    <message>
        <source>Arrival</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Arrival at standstill</source>
        <translation>停机到场</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Callback after advice</source>
        <translation>电话指导回访</translation>
    </message>
    <message>
        <source>Cleaner</source>
        <translation>保洁到场</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派工</translation>
    </message>
    <message>
        <source>Engineering follow-up</source>
        <translation>工程部跟进</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>转达</translation>
    </message>
    <message>
        <source>Housekeeping follow-up</source>
        <translation>管家部跟进</translation>
    </message>
    <message>
        <source>Main equipment</source>
        <translation>主设备修复</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>返单</translation>
    </message>
    <message>
        <source>Public paper</source>
        <translation>公区返单</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Reply to complaint</source>
        <translation>投诉答复</translation>
    </message>
    <message>
        <source>Urgent work</source>
        <translation>急修完工</translation>
    </message>
    <message>
        <source>Way to the site</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>完工</translation>
    </message>
</context>
<context>
    <name>LimitWatch</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 张</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LimitWords</name>
    <message>
        <source>On time, after {used}</source>
        <translation>按时，用 {used}</translation>
    </message>
    <message>
        <source>On time, due {due}</source>
        <translation>按时，约定 {due}</translation>
    </message>
    <message>
        <source>Stands still, {left} left</source>
        <translation>暂停中，余 {left}</translation>
    </message>
    <message>
        <source>delay told in time at {time}</source>
        <translation>{time} 已提前告知迟到</translation>
    </message>
    <message>
        <source>delay told too late at {time}</source>
        <translation>{time} 才告知迟到</translation>
    </message>
    <message>
        <source>tell the supervisor</source>
        <translation>须报主管</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 时</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 时 {minutes} 分</translation>
    </message>
    <message>
        <source>{left} left, due {due}</source>
        <translation>余 {left}，限 {due}</translation>
    </message>
    <message>
        <source>{limit} stands still</source>
        <translation>{limit}暂停中</translation>
    </message>
    <message>
        <source>{limit} {span} late</source>
        <translation>{limit}超 {span}</translation>
    </message>
    <message>
        <source>{limit} {span} left</source>
        <translation>{limit}余 {span}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{over} late, due {due}</source>
        <translation>超 {over}，限 {due}</translation>
    </message>
    <message>
        <source>{over} over, due {due}</source>
        <translation>已超 {over}，限 {due}</translation>
    </message>
</context>
<context>
    <name>LineKind</name>
    <message>
        <source>Labour</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>A quantity is a number with two decimals at most.</source>
        <translation>数量最多两位小数。</translation>
    </message>
    <message>
        <source>The tariff says {price}: why this price?</source>
        <translation>标准价 {price}，为什么收这个价？</translation>
    </message>
    <message>
        <source>Type the price of {name}; 0 if nothing is charged for it.</source>
        <translation>请填“{name}”的单价；不收钱的填 0。</translation>
    </message>
    <message>
        <source>material extra, {price}</source>
        <translation>材料另计，参考 {price}</translation>
    </message>
    <message>
        <source>night price {price}</source>
        <translation>夜间价 {price}</translation>
    </message>
    <message>
        <source>tariff {price}</source>
        <translation>标准价 {price}</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>The price of {items} covers the material; do not charge it again.</source>
        <translation>{items} 的价格已含材料，请勿另收材料费。</translation>
    </message>
    <message>
        <source>Why another price</source>
        <translation>价格不同的原因</translation>
    </message>
</context>
<context>
    <name>LinkKind</name>
    <message>
        <source>Duplicate of</source>
        <translation>重复于</translation>
    </message>
    <message>
        <source>Found during</source>
        <translation>顺带发现</translation>
    </message>
    <message>
        <source>Rework of</source>
        <translation>返修自</translation>
    </message>
</context>
<context>
    <name>ListSheet</name>
    <message>
        <source>According to {procedure}</source>
        <translation>依据 {procedure}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>… : the rest stands in the program</source>
        <translation>…：其余见程序</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>关闭，不要了</translation>
    </message>
    <message>
        <source>Every step is recorded with a name.</source>
        <translation>每一步都记下是谁做的。</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有办成</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Silian, {centre}</source>
        <translation>四联，{centre}</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停下并关闭</translation>
    </message>
    <message>
        <source>What was typed is not saved</source>
        <translation>输入的内容没有存上</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>我是谁？</translation>
    </message>
    <message>
        <source>Work is still running</source>
        <translation>还有事没做完</translation>
    </message>
    <message>
        <source>Work is still running; choose the language when it has ended.</source>
        <translation>还有任务在进行，结束后再切换语言。</translation>
    </message>
    <message>
        <source>{room}, {program}</source>
        <translation>{room}，{program}</translation>
    </message>
    <message>
        <source>{title} has not ended. Closing stops it; nothing half done is kept.</source>
        <translation>“{title}”还没结束。关闭会停下它，做到一半的不保留。</translation>
    </message>
</context>
<context>
    <name>MappingStep</name>
    <message numerus="yes">
        <source>%n row(s) are hidden or filtered out in the sheet; they are taken along. Take them out of the file if they are not meant.</source>
        <translation>
            <numerusform>表里有 %n 行被隐藏或筛掉，也会一起导入；不要的请先从文件里删去。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another heading is read as this too.</source>
        <translation>另有一栏也读作这一项。</translation>
    </message>
    <message>
        <source>Guess anew</source>
        <translation>重新对栏目</translation>
    </message>
    <message>
        <source>Guessed by the words and the cells: look it over.</source>
        <translation>已按栏名和内容对好，请过目。</translation>
    </message>
    <message>
        <source>Made of the day, beginning with</source>
        <translation>按日期编号，开头用</translation>
    </message>
    <message>
        <source>Of days that are written without one</source>
        <translation>日期没写年份时用</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>再加一项</translation>
    </message>
    <message>
        <source>Read as the last time, with {name}.</source>
        <translation>按上次的读法，见 {name}。</translation>
    </message>
    <message>
        <source>Say one more thing for every row</source>
        <translation>再给每行加一项</translation>
    </message>
    <message>
        <source>Something else for every row</source>
        <translation>还有每行都一样的内容</translation>
    </message>
    <message>
        <source>The paper of finished slips is back</source>
        <translation>已完工的单据都已收回</translation>
    </message>
    <message>
        <source>The year of days without one</source>
        <translation>没写年份的日期属于哪一年</translation>
    </message>
    <message>
        <source>This is a data book. Only its sheet 维修单 is read here; the command silian import takes all of its sheets.</source>
        <translation>这是一本数据簿。这里只读其中的“维修单”表，全部各表请用命令 silian import 导入。</translation>
    </message>
    <message>
        <source>What each heading means</source>
        <translation>表中栏目读作</translation>
    </message>
    <message>
        <source>What made numbers begin with</source>
        <translation>自编单号的开头</translation>
    </message>
    <message>
        <source>What the sheet does not say</source>
        <translation>表中没有的项目</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
</context>
<context>
    <name>MaterialMode</name>
    <message>
        <source>All in one price</source>
        <translation>一口价</translation>
    </message>
    <message>
        <source>Material extra</source>
        <translation>材料另计</translation>
    </message>
    <message>
        <source>Material included</source>
        <translation>含材料</translation>
    </message>
    <message>
        <source>Owner brings material</source>
        <translation>业户自备材料</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{what} {seconds} s</source>
        <translation>{what} {seconds} 秒</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>Type a time such as 17:30 or 11-20 17:30.</source>
        <translation>请写时间，例如 17:30 或 11-20 17:30。</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>Adjusted</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Nothing is charged or quoted yet.</source>
        <translation>尚未报价或收费。</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>未收</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>减免</translation>
    </message>
    <message>
        <source>Waiver to decide</source>
        <translation>减免待批</translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>An amount has at most two decimals.</source>
        <translation>金额最多两位小数。</translation>
    </message>
    <message>
        <source>An amount is not below zero.</source>
        <translation>金额不能是负数。</translation>
    </message>
    <message>
        <source>One amount is {limit} yuan at most.</source>
        <translation>单笔金额最多 {limit} 元。</translation>
    </message>
    <message>
        <source>Type an amount in yuan, such as 120.00.</source>
        <translation>请写金额（元），例如 120.00。</translation>
    </message>
</context>
<context>
    <name>MoneyMoves</name>
    <message>
        <source>Price adjusted by {sum}</source>
        <translation>应收已调整 {sum}</translation>
    </message>
    <message>
        <source>Receipt slip</source>
        <translation>收款单</translation>
    </message>
    <message>
        <source>Write down now what is right.</source>
        <translation>请登记正确的一笔。</translation>
    </message>
    <message>
        <source>{sum} answered</source>
        <translation>已冲正 {sum}</translation>
    </message>
    <message>
        <source>{sum} paid back</source>
        <translation>已退款 {sum}</translation>
    </message>
</context>
<context>
    <name>MoneyTable</name>
    <message>
        <source>Adjusted</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Charged, in words: {capitals}</source>
        <translation>应收大写&#x3000;{capitals}</translation>
    </message>
    <message>
        <source>Earlier periods</source>
        <translation>前期单</translation>
    </message>
    <message>
        <source>Owed at the beginning</source>
        <translation>期初未收</translation>
    </message>
    <message>
        <source>Owed at the end</source>
        <translation>期末未收</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Statement of paid repairs</source>
        <translation>有偿维修费用汇总表</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>本期单</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>减免</translation>
    </message>
</context>
<context>
    <name>MoveCopiesDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Where are the copies of {number}?</source>
        <translation>{number} 的各联在哪里？</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Type a whole number.</source>
        <translation>请写整数。</translation>
    </message>
</context>
<context>
    <name>OneLineEntry</name>
    <message>
        <source>3-1502 厨房漏水 急</source>
        <translation>3-1502 厨房漏水 急</translation>
    </message>
    <message>
        <source>Check field by field</source>
        <translation>逐项核对</translation>
    </message>
    <message>
        <source>Room or place, what is wrong, urgent: 3-1502 厨房漏水 急</source>
        <translation>房号或地点、故障、急，如 3-1502 厨房漏水 急</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Completed</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Course of the range</source>
        <translation>逐日走势</translation>
    </message>
    <message>
        <source>Effective by day</source>
        <translation>每日有效单</translation>
    </message>
    <message>
        <source>Effective by week</source>
        <translation>每周有效单</translation>
    </message>
    <message>
        <source>Figures of the range</source>
        <translation>统计数字</translation>
    </message>
    <message>
        <source>Nothing was open at {at}</source>
        <translation>{at} 没有未完成的单</translation>
    </message>
    <message>
        <source>Open longest at {at}</source>
        <translation>最久未完成（{at} 时）</translation>
    </message>
    <message>
        <source>Reasons of unfinished slips</source>
        <translation>未完成原因</translation>
    </message>
    <message>
        <source>Slips that are open longest</source>
        <translation>最久未完成的单</translation>
    </message>
    <message>
        <source>Slips told apart</source>
        <translation>分类统计</translation>
    </message>
    <message>
        <source>Unfinished {count}: reasons</source>
        <translation>未完成原因&#x3000;{count} 单</translation>
    </message>
    <message>
        <source>filled: completed, hatched: unfinished</source>
        <translation>实心已完成，斜线未完成</translation>
    </message>
</context>
<context>
    <name>OwnerOpinion</name>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
</context>
<context>
    <name>PackPane</name>
    <message>
        <source>A form was spoiled</source>
        <translation>写废一张</translation>
    </message>
    <message>
        <source>A pack came in</source>
        <translation>领入一本</translation>
    </message>
    <message>
        <source>First and last number as they are printed.</source>
        <translation>照单上印的填起号和止号。</translation>
    </message>
    <message>
        <source>Note as spoiled</source>
        <translation>登记写废</translation>
    </message>
    <message>
        <source>Noted as spoiled</source>
        <translation>已登记写废</translation>
    </message>
    <message>
        <source>Pack received</source>
        <translation>已领入</translation>
    </message>
    <message>
        <source>Receive pack</source>
        <translation>领入</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Callbacks</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派工台</translation>
    </message>
    <message>
        <source>Edited register</source>
        <translation>登记表回导</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>财务</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>接报台</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>追查</translation>
    </message>
    <message>
        <source>Import a sheet</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>验收</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>返单台</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>工程维修单</translation>
    </message>
    <message>
        <source>bounced</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>out</source>
        <translation>未返</translation>
    </message>
    <message>
        <source>to call</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>to inspect</source>
        <translation>待验收</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待派</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Declare the missing copies lost</source>
        <translation>缺的联报失</translation>
    </message>
    <message>
        <source>Issued {issued}, dispatched {dispatched}, {trade} {people}</source>
        <translation>{issued} 派发，{dispatched} 派工，{trade} {people}</translation>
    </message>
    <message>
        <source>What the paper says</source>
        <translation>纸单内容</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>PartKind</name>
    <message>
        <source>Appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Public place</source>
        <translation>公共区域</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>报修人</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
</context>
<context>
    <name>PassDialog</name>
    <message>
        <source>Pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>{number} passes inspection</source>
        <translation>{number} 验收合格</translation>
    </message>
</context>
<context>
    <name>PastedLine</name>
    <message numerus="yes">
        <source>%Ln here</source>
        <translation>
            <numerusform>本表 %Ln 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the other register</source>
        <translation>
            <numerusform>另一表 %Ln 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found: {numbers}</source>
        <translation>
            <numerusform>%Ln 个找不到：{numbers}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) pasted</source>
        <translation>
            <numerusform>粘贴 %Ln 个单号</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy these</source>
        <translation>复制这些</translation>
    </message>
    <message>
        <source>Pasted numbers</source>
        <translation>粘贴的单号</translation>
    </message>
    <message>
        <source>{pasted}: {found}</source>
        <translation>{pasted}，{found}</translation>
    </message>
</context>
<context>
    <name>PayMethod</name>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
</context>
<context>
    <name>PayablePane</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>More than these: type more to narrow them down.</source>
        <translation>还有更多，请再输入几个字缩小范围。</translation>
    </message>
    <message>
        <source>No slip that is charged is meant by this.</source>
        <translation>没有找到可收费的单据。</translation>
    </message>
    <message>
        <source>Nobody owes anything.</source>
        <translation>没有欠费。</translation>
    </message>
    <message>
        <source>Number, room, name, last digits of a telephone</source>
        <translation>单号、房号、姓名、电话尾号</translation>
    </message>
    <message>
        <source>Owed {sum}</source>
        <translation>欠费 {sum}</translation>
    </message>
    <message>
        <source>Slips with money to pay</source>
        <translation>待收单据</translation>
    </message>
    <message>
        <source>paid {sum}</source>
        <translation>已收 {sum}</translation>
    </message>
    <message>
        <source>paid {sum}, slip not back</source>
        <translation>已收 {sum}，未见单</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>waiver {sum} to decide</source>
        <translation>减免 {sum} 待批</translation>
    </message>
    <message>
        <source>{payers} payers, {count} slips</source>
        <translation>{payers} 户 {count} 张</translation>
    </message>
</context>
<context>
    <name>PaymentForm</name>
    <message>
        <source>Alt 1 to 6</source>
        <translation>Alt 1 至 6</translation>
    </message>
    <message>
        <source>Only where somebody came along</source>
        <translation>有管家陪同才填</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>PaymentPane</name>
    <message>
        <source>Choose a slip at the left, scan it or type its number.</source>
        <translation>请在左侧选一张单据，或扫描、输入单号。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Entries of the slip</source>
        <translation>本单账目</translation>
    </message>
    <message>
        <source>Nothing is written on this slip yet</source>
        <translation>本单尚无账目</translation>
    </message>
    <message>
        <source>Only Finance takes money.</source>
        <translation>收款由财务部办理。</translation>
    </message>
    <message>
        <source>Paid now {sum}</source>
        <translation>本次收款 {sum}</translation>
    </message>
    <message>
        <source>Paid now —</source>
        <translation>本次收款 —</translation>
    </message>
    <message>
        <source>Public work: nobody is charged for it.</source>
        <translation>公共区域维修，不收费。</translation>
    </message>
    <message>
        <source>The payment</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>charged {sum}</source>
        <translation>应收 {sum}</translation>
    </message>
    <message>
        <source>no price is named yet</source>
        <translation>尚未报价</translation>
    </message>
    <message>
        <source>paid back {sum}</source>
        <translation>已退 {sum}</translation>
    </message>
    <message>
        <source>paid {sum}</source>
        <translation>已收 {sum}</translation>
    </message>
    <message>
        <source>price {sum}</source>
        <translation>价格 {sum}</translation>
    </message>
    <message>
        <source>waived {sum}</source>
        <translation>减免 {sum}</translation>
    </message>
    <message>
        <source>waiver to decide {sum}</source>
        <translation>减免待批 {sum}</translation>
    </message>
    <message>
        <source>{kind}: no money is taken for this slip.</source>
        <translation>{kind}单据，不收款。</translation>
    </message>
    <message>
        <source>{state}: no money is taken for this slip.</source>
        <translation>本单已{state}，不收款。</translation>
    </message>
    <message>
        <source>{sum} left to pay</source>
        <translation>尚可收 {sum}</translation>
    </message>
</context>
<context>
    <name>PaymentShares</name>
    <message>
        <source>Paid now</source>
        <translation>本次收款</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>未收</translation>
    </message>
</context>
<context>
    <name>PaymentTab</name>
    <message>
        <source>Arrears list</source>
        <translation>欠费清单</translation>
    </message>
    <message>
        <source>Takings of the day</source>
        <translation>日收款明细</translation>
    </message>
    <message>
        <source>What was typed is not saved</source>
        <translation>已输入的内容未能保存</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>收据 {number}</translation>
    </message>
    <message>
        <source>{sum} taken</source>
        <translation>已收款 {sum}</translation>
    </message>
</context>
<context>
    <name>PeopleLines</name>
    <message>
        <source>At the desk</source>
        <translation>接报人</translation>
    </message>
    <message>
        <source>Calls tried</source>
        <translation>回访次数</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>派发</translation>
    </message>
    <message>
        <source>Minutes to finish</source>
        <translation>完工用时（分）</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>返单</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>维修人</translation>
    </message>
    <message>
        <source>Void of them</source>
        <translation>其中作废</translation>
    </message>
</context>
<context>
    <name>PeriodField</name>
    <message>
        <source>Finance period</source>
        <translation>结算期</translation>
    </message>
    <message>
        <source>Finance period {code}, {bounds}</source>
        <translation>结算期 {code}，{bounds}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关账</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未关账</translation>
    </message>
    <message>
        <source>{begin} to {end} 00:00</source>
        <translation>{begin} 至 {end} 零点</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message numerus="yes">
        <source>%Ln day(s) left</source>
        <translation>
            <numerusform>还剩 %Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关账</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>未关账</translation>
    </message>
    <message numerus="yes">
        <source>ended %Ln day(s) ago</source>
        <translation>
            <numerusform>期满 %Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>ended today</source>
        <translation>今日期满</translation>
    </message>
    <message>
        <source>proposed {when} by {name}</source>
        <translation>{when} {name} 已提请关账</translation>
    </message>
    <message>
        <source>{when} by {name}</source>
        <translation>{when} {name}</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>accept finance copies</source>
        <translation>签收财务联</translation>
    </message>
    <message>
        <source>approve waivers</source>
        <translation>批准减免</translation>
    </message>
    <message>
        <source>ask for a waiver</source>
        <translation>申请减免</translation>
    </message>
    <message>
        <source>call back</source>
        <translation>登记回访</translation>
    </message>
    <message>
        <source>cancel slips</source>
        <translation>销单</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>change the tariff</source>
        <translation>维护收费标准</translation>
    </message>
    <message>
        <source>chase what is missing</source>
        <translation>追查缺号缺单</translation>
    </message>
    <message>
        <source>close a period</source>
        <translation>确认关账</translation>
    </message>
    <message>
        <source>close slips</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>confirm the clock</source>
        <translation>确认时钟</translation>
    </message>
    <message>
        <source>correct returned slips</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>dispatch slips</source>
        <translation>派工</translation>
    </message>
    <message>
        <source>export the books</source>
        <translation>导出账册</translation>
    </message>
    <message>
        <source>follow up unfinished slips</source>
        <translation>跟进未完成单</translation>
    </message>
    <message>
        <source>hand finance copies over</source>
        <translation>移交财务联</translation>
    </message>
    <message>
        <source>hand over the shift</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>import a data book</source>
        <translation>导入数据簿</translation>
    </message>
    <message>
        <source>inspect work</source>
        <translation>验收</translation>
    </message>
    <message>
        <source>issue slips</source>
        <translation>派发维修单</translation>
    </message>
    <message>
        <source>make the return check final</source>
        <translation>返单核对定稿</translation>
    </message>
    <message>
        <source>move copies</source>
        <translation>移联</translation>
    </message>
    <message>
        <source>negotiate quotes</source>
        <translation>协商报价</translation>
    </message>
    <message>
        <source>print slips</source>
        <translation>打印维修单</translation>
    </message>
    <message>
        <source>propose to close a period</source>
        <translation>提出关账</translation>
    </message>
    <message>
        <source>record money</source>
        <translation>登记收退款</translation>
    </message>
    <message>
        <source>record work</source>
        <translation>登记维修过程</translation>
    </message>
    <message>
        <source>restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>see what failed inspection</source>
        <translation>查阅验收不合格</translation>
    </message>
    <message>
        <source>take full telephone numbers out in a data book</source>
        <translation>导出含完整电话的数据簿</translation>
    </message>
    <message>
        <source>take slips back</source>
        <translation>返单</translation>
    </message>
    <message>
        <source>void slips</source>
        <translation>作废</translation>
    </message>
</context>
<context>
    <name>PersonButton</name>
    <message>
        <source>Who acts: {name}</source>
        <translation>我是：{name}</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light and dark</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Nobody is in the directory yet: add staff in the settings.</source>
        <translation>名录里还没有人：请在设置中添加员工。</translation>
    </message>
</context>
<context>
    <name>PhoneLabel</name>
    <message>
        <source>Show the number</source>
        <translation>显示完整号码</translation>
    </message>
</context>
<context>
    <name>PlaceDebts</name>
    <message>
        <source>Owes {sum}</source>
        <translation>欠费 {sum}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 笔</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacePane</name>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>共 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Free as a rework</source>
        <translation>可按返修免费</translation>
    </message>
    <message>
        <source>Last repairs here</source>
        <translation>近次维修</translation>
    </message>
    <message>
        <source>No repair here so far.</source>
        <translation>这里还没有维修记录</translation>
    </message>
    <message>
        <source>Possible duplicates and earlier repairs of the place show here while you type.</source>
        <translation>边填边查：可能重复的单、附近在修的公共区域和近次维修都显示在这里</translation>
    </message>
    <message>
        <source>The building&apos;s warranty holds until {day}</source>
        <translation>质保到 {day}，先确认是否属保修范围</translation>
    </message>
    <message>
        <source>Under warranty</source>
        <translation>质保期内</translation>
    </message>
    <message>
        <source>What is known of the place</source>
        <translation>此处情况</translation>
    </message>
    <message>
        <source>building {building}, floor {floor}</source>
        <translation>{building}栋{floor}层</translation>
    </message>
    <message>
        <source>{count}, last: {names}</source>
        <translation>{count}，上次 {names}</translation>
    </message>
    <message>
        <source>{day} {names}: {content}; within {days} days the same repair costs nothing</source>
        <translation>{day} {names}修过：{content}，{days} 天内同处再坏不收费</translation>
    </message>
</context>
<context>
    <name>PolicyPanel</name>
    <message>
        <source>Name of the centre</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Name of the centre, printed on its papers.</source>
        <translation>项目名称，印在单据上。</translation>
    </message>
    <message>
        <source>No policy speaks of this.</source>
        <translation>没有涉及这些字的政策。</translation>
    </message>
    <message>
        <source>Only what was changed</source>
        <translation>只看改过的</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
</context>
<context>
    <name>PolicyRow</name>
    <message>
        <source>A number from {low} to {high} is wanted.</source>
        <translation>请填 {low} 到 {high} 之间的数。</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Default: {default}</source>
        <translation>默认：{default}</translation>
    </message>
    <message>
        <source>Write a time of day such as {time}.</source>
        <translation>请写成 {time} 这样的时间。</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
</context>
<context>
    <name>Post</name>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Company leader</source>
        <translation>公司领导</translation>
    </message>
    <message>
        <source>Control room</source>
        <translation>中控</translation>
    </message>
    <message>
        <source>Director</source>
        <translation>物业总监</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>调度员</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>财务</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>Housekeeper</source>
        <translation>管家</translation>
    </message>
    <message>
        <source>Housekeeping supervisor</source>
        <translation>管家主管</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>维修技工</translation>
    </message>
    <message>
        <source>Trade supervisor</source>
        <translation>专业主管</translation>
    </message>
</context>
<context>
    <name>PriceList</name>
    <message>
        <source>Prices include tax; not a voucher or an invoice</source>
        <translation>价格含税；本表不作报销凭证，不代替发票</translation>
    </message>
    <message>
        <source>The tariff has no item that holds on this day.</source>
        <translation>这一天没有有效的收费项目。</translation>
    </message>
    <message>
        <source>{centre}&#x3000;valid on {day}&#x3000;{count} items</source>
        <translation>{centre}&#x3000;{day} 有效&#x3000;共 {count} 项</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>A reprint says on its face which one it is.</source>
        <translation>补打的单面上写明补打次数。</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>联次</translation>
    </message>
    <message>
        <source>Old prints</source>
        <translation>原单</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print {number}</source>
        <translation>打印 {number}</translation>
    </message>
    <message>
        <source>The old prints are in hand</source>
        <translation>原打印的联已收回</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>不打</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>ProblemKind</name>
    <message>
        <source>Copies</source>
        <translation>四联</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Guards</source>
        <translation>保护触发器</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>单号</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message>
        <source>Quote for {number}</source>
        <translation>{number} 报价</translation>
    </message>
    <message>
        <source>Record the quote</source>
        <translation>记报价</translation>
    </message>
    <message>
        <source>Type a code, pinyin or initials to pick from the tariff.</source>
        <translation>输入编码、拼音或首字母，从收费标准里选。</translation>
    </message>
</context>
<context>
    <name>QuoteField</name>
    <message>
        <source>Line by line</source>
        <translation>逐项填</translation>
    </message>
</context>
<context>
    <name>QuoteStatus</name>
    <message>
        <source>Agreed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>有争议</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>已报价</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
</context>
<context>
    <name>QuoteWord</name>
    <message>
        <source>the same as the signed quote of {quote}</source>
        <translation>与已签报价 {quote} 一致</translation>
    </message>
    <message>
        <source>{difference} less than the signed quote of {quote}</source>
        <translation>比已签报价 {quote} 少 {difference}</translation>
    </message>
    <message>
        <source>{difference} more than the signed quote of {quote}</source>
        <translation>比已签报价 {quote} 多 {difference}</translation>
    </message>
</context>
<context>
    <name>RawView</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>栏名</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Sheet of the file</source>
        <translation>文件中的工作表</translation>
    </message>
    <message>
        <source>The sheet as it is</source>
        <translation>原表</translation>
    </message>
    <message>
        <source>Where the headings stand</source>
        <translation>栏名所在的行</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>第 {first}、{second} 行</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Explains</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>New reason</source>
        <translation>新原因</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ReasonKind</name>
    <message>
        <source>Bounce</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>销单</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>缺号缺单</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>减免</translation>
    </message>
</context>
<context>
    <name>ReassignDialog</name>
    <message>
        <source>As it is</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Reassign {number}</source>
        <translation>改派 {number}</translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message>
        <source>An empty time means now.</source>
        <translation>时间不填就是现在。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>The supervisor has {number}</source>
        <translation>主管已接单 {number}</translation>
    </message>
</context>
<context>
    <name>RefundDialog</name>
    <message>
        <source>Goes to</source>
        <translation>收款人</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Paid back at</source>
        <translation>退款时间</translation>
    </message>
    <message>
        <source>Paid back by</source>
        <translation>退款方式</translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Pay money back on {number}</source>
        <translation>{number} 退款</translation>
    </message>
    <message>
        <source>The price falls too</source>
        <translation>同时调减应收</translation>
    </message>
    <message>
        <source>{paid} was paid and may go back.</source>
        <translation>本单已收 {paid}，可以退。</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>A waiver must be of more than 0.00 yuan.</source>
        <translation>减免金额须大于 0.00 元。</translation>
    </message>
    <message>
        <source>An amount has two decimals at most: {value} has more.</source>
        <translation>金额最多两位小数，{value} 不行。</translation>
    </message>
    <message>
        <source>An amount is not below zero.</source>
        <translation>金额不能小于零。</translation>
    </message>
    <message>
        <source>An escort brought the finance copy of {number} to Finance on {at}; it goes into no bundle.</source>
        <translation>{number} 的财务联已于 {at} 由陪同先交财务部，不再列入批次。</translation>
    </message>
    <message>
        <source>Another file was put in the place of the database while the program was running: {place}. Put the former file back and try again, or close the program and open it on the new one; nothing was saved.</source>
        <translation>程序运行时，数据库文件被换成了另一个文件：{place}。请放回原来的文件再试，或关闭程序后重新打开；本次没有保存任何内容。</translation>
    </message>
    <message>
        <source>At most {most} slips are changed together; tick fewer.</source>
        <translation>一次最多处理 {most} 张单，请少勾几张。</translation>
    </message>
    <message>
        <source>Bundle {batch_no} of {period} is empty; scan its finance copies first.</source>
        <translation>{period} 期批次 {batch_no} 还没有联，请先扫描财务联。</translation>
    </message>
    <message>
        <source>Bundle {batch_no} of {period} was handed over; begin the next one.</source>
        <translation>{period} 期批次 {batch_no} 已移交，请另起下一批。</translation>
    </message>
    <message>
        <source>Cash is taken against a receipt; type its number.</source>
        <translation>收现金须开收据，请填写收据号。</translation>
    </message>
    <message>
        <source>Copies are numbered 1 to 9, each once; those that slips were printed with keep number and holder.</source>
        <translation>联次须为1至9且不重复；已有单据使用的方案不能改动联次和归属。</translation>
    </message>
    <message>
        <source>Copies of {number} reach Finance with a handover or an escort only.</source>
        <translation>{number} 的联只能随移交或陪同交费到财务部。</translation>
    </message>
    <message>
        <source>Copies {copies} of {number} are not in hand; tick them or declare them lost.</source>
        <translation>{number} 的第 {copies} 联未收到，请勾选或登记遗失。</translation>
    </message>
    <message>
        <source>Finance has the copy of {number} already.</source>
        <translation>{number} 的财务联已经在财务。</translation>
    </message>
    <message>
        <source>It comes to {total} yuan; from {limit} yuan on only this one may sign: {level}. Print the form, have it signed, and record the paper.</source>
        <translation>累计 {total} 元；满 {limit} 元起须由{level}签批。请打印审批单送签，再按纸质单登记。</translation>
    </message>
    <message>
        <source>It must end later than it begins, {begins}.</source>
        <translation>失效日期要晚于生效日期 {begins}。</translation>
    </message>
    <message>
        <source>Line {line} of the calendar can not be read; each needs date, kind (workday or holiday) and note.</source>
        <translation>日历文件第 {line} 行看不懂，每行要有 date、kind（workday 或 holiday）和 note。</translation>
    </message>
    <message>
        <source>Money was put down on {number}, so it can be neither void nor cancelled; take the paper back and settle it at Finance.</source>
        <translation>{number} 已有收款或减免记录，不能作废或销单；请返单后到财务结清。</translation>
    </message>
    <message>
        <source>Name the price: pick from the tariff or type an amount.</source>
        <translation>请报价：从收费标准里选项目，或直接填金额。</translation>
    </message>
    <message>
        <source>No folder for reports is set; name one here or under Settings, Statistics.</source>
        <translation>尚未设置报表文件夹；请在这里写明，或在“设置 · 统计”中填写。</translation>
    </message>
    <message>
        <source>No pack with the form {stock_no} was received; receive it first.</source>
        <translation>没有领入过含预印单 {stock_no} 的号段；请先领入。</translation>
    </message>
    <message>
        <source>No printer is set up on this computer; set one up or save the PDF.</source>
        <translation>这台电脑没有打印机，请先安装，或保存为 PDF。</translation>
    </message>
    <message>
        <source>Nobody called {name} works here. Do you mean {near}?</source>
        <translation>人员名录里没有“{name}”。是不是 {near}？</translation>
    </message>
    <message>
        <source>Nobody called {name} works here; do you mean {near}?</source>
        <translation>员工名单里没有 {name}，是不是 {near}？</translation>
    </message>
    <message>
        <source>Nobody has named a price for {number} yet; enter the quote or the fee first.</source>
        <translation>{number} 还没有价格；请先录入报价或费用。</translation>
    </message>
    <message>
        <source>Nobody was reached, so nothing can have been answered.</source>
        <translation>没有接通，不能有答复；请改结果或清空答复。</translation>
    </message>
    <message>
        <source>Of what was paid on {number}, {paid} can go back; {amount} is more.</source>
        <translation>{number} 可退 {paid}，{amount} 超出了。</translation>
    </message>
    <message>
        <source>Of {number} only {left} yuan can still be waived; what was paid already is given back by Finance as a refund.</source>
        <translation>{number} 最多还可减免 {left} 元；已收的款项请由财务办理退款。</translation>
    </message>
    <message>
        <source>One amount is {limit} yuan at most: was {value} meant?</source>
        <translation>单笔金额最多 {limit} 元，请核对 {value}。</translation>
    </message>
    <message>
        <source>Only cash is brought with an escort; choose cash or name nobody.</source>
        <translation>只有现金才由管家陪同交款；请选现金，或不填陪同人。</translation>
    </message>
    <message>
        <source>Only days from {first} to {last} can be counted; name some of them.</source>
        <translation>只能统计 {first} 年至 {last} 年的日期，请改填。</translation>
    </message>
    <message>
        <source>Only material that is charged extra has a price of its own.</source>
        <translation>只有“材料另计”才单列材料费。</translation>
    </message>
    <message>
        <source>Only public work is inspected; {number} is a unit&apos;s slip.</source>
        <translation>只有公共区域的单需要验收，{number} 是业户单元的。</translation>
    </message>
    <message>
        <source>Receipt {receipt_no} was given to {payer} on {day} for {number}; type the number of another receipt.</source>
        <translation>收据 {receipt_no} 已于 {day} 开给 {payer}（{number}），请填写另一收据号。</translation>
    </message>
    <message>
        <source>SQLite {version} can damage the database; install the version that ships with Silian.</source>
        <translation>SQLite {version} 可能损坏数据库，请安装随程序提供的版本。</translation>
    </message>
    <message>
        <source>Say at least whether it works or whether the owner is satisfied.</source>
        <translation>使用是否正常、是否满意，至少填一项。</translation>
    </message>
    <message>
        <source>Slip {number} is free of charge, so there is nothing to quote.</source>
        <translation>{number} 不收费，不需报价。</translation>
    </message>
    <message>
        <source>Slip {number} is “{job_type}” already, so nothing changes.</source>
        <translation>{number} 已经是“{job_type}”，不用改。</translation>
    </message>
    <message>
        <source>Slip {number} is “{state}”; “{event}” is not possible then.</source>
        <translation>{number} 现在是“{state}”，不能“{event}”。</translation>
    </message>
    <message>
        <source>Slip {number} was bounced; fill in what is missing and send it again first.</source>
        <translation>{number} 已退回补正，请先补齐再重新派发。</translation>
    </message>
    <message>
        <source>Slip {number} was not bounced; there is nothing to send again.</source>
        <translation>{number} 没有被退回，不需重新派发。</translation>
    </message>
    <message>
        <source>Some of these came with the pack {first} to {last}; look at the numbers.</source>
        <translation>其中有的已随 {first} 至 {last} 领入；请核对号码。</translation>
    </message>
    <message>
        <source>Somebody else changed this slip meanwhile; look at it again, then save.</source>
        <translation>这张单刚被别人改过，请重新查看后再保存。</translation>
    </message>
    <message>
        <source>That would be {count} forms; a pack holds {limit} at most.</source>
        <translation>这样就有 {count} 张了；一本最多 {limit} 张。</translation>
    </message>
    <message>
        <source>The case {ref} is closed; open it again before you change it.</source>
        <translation>{ref} 已销案；要改请先重新追查。</translation>
    </message>
    <message>
        <source>The case {ref} is open already.</source>
        <translation>{ref} 正在追查。</translation>
    </message>
    <message>
        <source>The clock went back: the last slip was issued at {last}, now it is {now}. No number is given until a supervisor confirms the clock.</source>
        <translation>时钟倒退：上一张单派发于 {last}，现在是 {now}。须主管确认时钟后才能取号。</translation>
    </message>
    <message>
        <source>The copy could not be made: {detail}. Choose another folder or free some space.</source>
        <translation>备份没有成功：{detail}。请换一个文件夹或腾出空间。</translation>
    </message>
    <message>
        <source>The data book has {count} wrong cells; put them right and import it again.</source>
        <translation>数据簿有 {count} 处错误，改正后再导入。</translation>
    </message>
    <message>
        <source>The database has an older form ({found}); run “silian init” to upgrade it.</source>
        <translation>数据库是旧版本（{found}），请运行 silian init 升级。</translation>
    </message>
    <message>
        <source>The database is locked by another program; wait a moment and try again.</source>
        <translation>数据库正被其他程序占用，请稍候再试。</translation>
    </message>
    <message>
        <source>The database may not be written here; check the rights of the file and its folder.</source>
        <translation>数据库不可写，请检查文件和文件夹的权限。</translation>
    </message>
    <message>
        <source>The database server can not be reached: {detail}.</source>
        <translation>连接不上数据库服务器：{detail}。</translation>
    </message>
    <message>
        <source>The database server does not allow this login to do that: {detail}. The login must own its database; ask who looks after the server.</source>
        <translation>数据库服务器不许这个登录名这样做：{detail}。登录名须是本数据库的所有者，请找管理服务器的人。</translation>
    </message>
    <message>
        <source>The database was made by a newer Silian ({found}); update this program.</source>
        <translation>数据库由更新版本的四联建立（{found}），请升级本程序。</translation>
    </message>
    <message>
        <source>The database was moved or deleted while the program was running: {place}. Put the file back under its name, then try again; nothing was saved.</source>
        <translation>程序运行时，数据库文件被移走或删除：{place}。请把文件按原名放回再试；本次没有保存任何内容。</translation>
    </message>
    <message>
        <source>The day must lie between {first} and {last}.</source>
        <translation>日期应在 {first} 至 {last} 之间。</translation>
    </message>
    <message>
        <source>The disk failed while reading or writing; check the disk and try again.</source>
        <translation>磁盘读写出错，请检查磁盘后再试。</translation>
    </message>
    <message>
        <source>The disk is full, nothing was saved; free some space and try again.</source>
        <translation>磁盘已满，没有保存；请腾出空间后再试。</translation>
    </message>
    <message>
        <source>The file {path} could not be read: {detail}. Choose another.</source>
        <translation>文件 {path} 读不出来：{detail}。请换一个。</translation>
    </message>
    <message>
        <source>The file {path} could not be written: {detail}. Choose another.</source>
        <translation>文件 {path} 写不进去：{detail}。请换一个。</translation>
    </message>
    <message>
        <source>The finance copy of {number} is not in hand, so its price is still put right on the slip itself.</source>
        <translation>{number} 的财务联尚未收到，价格请直接在维修单上更正。</translation>
    </message>
    <message>
        <source>The finance copy of {number} is not in hand; take the slip back first.</source>
        <translation>{number} 的财务联尚未到手，请先返单。</translation>
    </message>
    <message>
        <source>The font {file} is missing, so no paper can be drawn; install Silian again.</source>
        <translation>缺少字体 {file}，无法生成单据；请重新安装四联。</translation>
    </message>
    <message>
        <source>The form {stock_no} became slip {number}; look at the number.</source>
        <translation>预印单 {stock_no} 已用于 {number}；请核对号码。</translation>
    </message>
    <message>
        <source>The form {stock_no} was spoiled ({reason}); take another.</source>
        <translation>预印单 {stock_no} 已写废（{reason}）；请换一张。</translation>
    </message>
    <message>
        <source>The last handover was at {last}, but the clock says {now}; put the clock right, then hand over.</source>
        <translation>上次交班在 {last}，而时钟是 {now}；请先校正时钟再交班。</translation>
    </message>
    <message>
        <source>The lines come to {lines}, the price is {price}: {difference} apart.</source>
        <translation>明细合计 {lines}，确认价格 {price}，相差 {difference}。</translation>
    </message>
    <message>
        <source>The lines come to {total}, not to {amount}; change one of them.</source>
        <translation>明细合计 {total}，与金额 {amount} 不一致，请改其中一处。</translation>
    </message>
    <message>
        <source>The night costs at least as much as the day, {labour}.</source>
        <translation>夜间人工费不能低于日间的 {labour}。</translation>
    </message>
    <message>
        <source>The price of {code} holds since {begins}; say from which later day the new one holds.</source>
        <translation>{code} 的价格自 {begins} 起已执行，请填新价从哪一天起执行。</translation>
    </message>
    <message>
        <source>The printer {printer} does not answer; switch it on or choose another.</source>
        <translation>打印机 {printer} 没有响应，请开机或换一台。</translation>
    </message>
    <message>
        <source>The request for {number} is “{status}” already, since {at}.</source>
        <translation>{number} 的减免申请已于 {at} 处理为“{status}”。</translation>
    </message>
    <message>
        <source>The return check of {day} can not be made final at {at}, because the next day&apos;s begins at {until_at}; choose an earlier time.</source>
        <translation>{day} 的返单核对不能在 {at} 定稿：次日的核对 {until_at} 就开始了，请选更早的时间。</translation>
    </message>
    <message>
        <source>The return check of {day} can not be made final at {at}; it begins at {from_at}.</source>
        <translation>{day} 的返单核对不能在 {at} 定稿：{from_at} 才开始核对。</translation>
    </message>
    <message>
        <source>The return check of {day} can not be made final before it has run ({at}); now it is {now}.</source>
        <translation>{day} 的返单核对（{at}）还没到时间，不能定稿；现在是 {now}。</translation>
    </message>
    <message>
        <source>The return check of {day} is not what was made final (run {no}); run “silian check”, and put a backup back if need be.</source>
        <translation>{day} 的返单核对与第 {no} 次定稿时所存的不同：请运行 silian check 自检，必要时恢复备份。</translation>
    </message>
    <message>
        <source>The shift of {shift} is handed over from {opens} on; wait until then.</source>
        <translation>{shift} 的班从 {opens} 起才能交；请到时再交。</translation>
    </message>
    <message>
        <source>The shift of {shift} is over; hand over to the present one, the missed one stays marked.</source>
        <translation>{shift} 的班已经过去；请交给当前班，漏交的会一直标出。</translation>
    </message>
    <message>
        <source>The shift of {shift} was handed over to {taken_by} already; print its sheet from the list.</source>
        <translation>{shift} 的班已交给{taken_by}；可从列表重新打印交接班表。</translation>
    </message>
    <message>
        <source>The slips belong to {names}; take one payment from each.</source>
        <translation>所选单据分属 {names}，请分别收款。</translation>
    </message>
    <message>
        <source>The slips take {shared} in all, but {paid} was paid; make the two equal.</source>
        <translation>各单合计 {shared}，实际收到 {paid}，请使两者相等。</translation>
    </message>
    <message>
        <source>The span ends before it begins; its end must be later.</source>
        <translation>结束时间不在开始时间之后；请把结束时间改晚。</translation>
    </message>
    <message>
        <source>The stored statement of {period} is not what was closed; run “silian check” and put a copy back.</source>
        <translation>{period} 期存档的费用汇总表与关账时不一致；请运行 “silian check” 查明，并恢复备份。</translation>
    </message>
    <message>
        <source>The tariff has no {code} on {on}; pick another item or type the line freely.</source>
        <translation>{on} 的收费标准里没有 {code}，请另选项目，或直接手写这一行。</translation>
    </message>
    <message>
        <source>The unit {value} is closed in the directory; it takes no calls.</source>
        <translation>{value} 在单元目录里已停用，不再接报。</translation>
    </message>
    <message>
        <source>The upper end of the range lies below {labour}.</source>
        <translation>上限低于人工费 {labour}。</translation>
    </message>
    <message>
        <source>The usual time is 1 to {limit} minutes.</source>
        <translation>参考工时为 1 至 {limit} 分钟。</translation>
    </message>
    <message>
        <source>The work on {number} is free; nobody has to go to Finance.</source>
        <translation>{number} 不收费，不用陪同交费。</translation>
    </message>
    <message>
        <source>There is a {name} already; choose another name.</source>
        <translation>已经有 {name}，请换一个。</translation>
    </message>
    <message>
        <source>There is no centre {code}; known are: {known}.</source>
        <translation>没有编号为 {code} 的项目，现有：{known}。</translation>
    </message>
    <message>
        <source>There is no copy {copies}; this slip has {known}.</source>
        <translation>没有第 {copies} 联，这张单有：{known}。</translation>
    </message>
    <message>
        <source>There is no database at {place}; run “silian init” first or name another with --db.</source>
        <translation>{place} 没有数据库，请先运行 silian init，或用 --db 指定。</translation>
    </message>
    <message>
        <source>There is no file at {place}; check the name.</source>
        <translation>没有 {place} 这个文件，请核对文件名。</translation>
    </message>
    <message>
        <source>There is no finance copy of {number} to bring to Finance.</source>
        <translation>{number} 没有可送财务的财务联。</translation>
    </message>
    <message>
        <source>There is no slip {number}; check the number.</source>
        <translation>没有 {number} 这张单，请核对单号。</translation>
    </message>
    <message>
        <source>There is no trade {value}; known are: {known}.</source>
        <translation>没有 {value} 这个工种，现有：{known}。</translation>
    </message>
    <message>
        <source>There is no unit {value} in the directory; similar: {near}.</source>
        <translation>单元目录里没有 {value}，相近的有：{near}。</translation>
    </message>
    <message>
        <source>There is no waiver {waiver_id}; look at the list again.</source>
        <translation>没有编号为 {waiver_id} 的减免申请；请重新查看列表。</translation>
    </message>
    <message>
        <source>This entry of {number} was answered already; write down what is right.</source>
        <translation>{number} 的这一笔已冲正过，请直接登记正确的一笔。</translation>
    </message>
    <message>
        <source>This file is not a sound database: {place}. Restore the latest backup.</source>
        <translation>文件不是完好的数据库：{place}。请恢复最近的备份。</translation>
    </message>
    <message>
        <source>This is copy {copy_no} of {number}; Finance gets copy {finance_no}.</source>
        <translation>这是 {number} 的第 {copy_no} 联，交财务的是第 {finance_no} 联。</translation>
    </message>
    <message>
        <source>This may be on a slip already: {numbers}. Open it, join it, or give a reason to issue anyway.</source>
        <translation>可能已有单：{numbers}。请打开原单、并入，或写明仍要新开的原因。</translation>
    </message>
    <message>
        <source>This would change a closed period; put it right with an adjustment in the open one.</source>
        <translation>这会改动已关账的结算期；请在未关账的期间里用调整来更正。</translation>
    </message>
    <message>
        <source>Tick a slip and type what is paid on it.</source>
        <translation>请勾选单据并填写本次收款金额。</translation>
    </message>
    <message>
        <source>To back up a server database you need {tool}; install PostgreSQL&apos;s client programs.</source>
        <translation>备份服务器数据库需要 {tool}，请安装 PostgreSQL 客户端程序。</translation>
    </message>
    <message>
        <source>To close {period} housekeeping must propose it first; then Finance confirms it.</source>
        <translation>要关 {period} 期的账，须先由管家部提出，再由财务确认。</translation>
    </message>
    <message>
        <source>To close {period} you must close {earlier} first.</source>
        <translation>要关 {period} 期的账，须先关 {earlier} 期。</translation>
    </message>
    <message>
        <source>To close {period} you must hand over bundle {batch_no} or take its {count} copies out.</source>
        <translation>要关 {period} 期的账，须先移交第 {batch_no} 包，或把其中 {count} 张取出。</translation>
    </message>
    <message>
        <source>To start paid work on {number} the owner must agree to a quote first.</source>
        <translation>{number} 是有偿维修，须业户确认报价后才能开工。</translation>
    </message>
    <message>
        <source>{actor} does not belong to that side; choose your own or let 系统 record it.</source>
        <translation>{actor}不属于这一方；请选本部门，或由“系统”代记。</translation>
    </message>
    <message>
        <source>{actor} may not {permission}; ask somebody whose post allows it.</source>
        <translation>{actor} 没有{permission}的权限，请有权限的岗位办理。</translation>
    </message>
    <message>
        <source>{by} has passed {number} already, {at}; if that was wrong, fail it.</source>
        <translation>{number} 已由 {by} 于 {at} 验收合格；判错了请改判不合格。</translation>
    </message>
    <message>
        <source>{by} has proposed to close {period} at {at}; Finance can confirm it now.</source>
        <translation>{by}已于 {at} 提出关 {period} 期的账；现在可由财务确认。</translation>
    </message>
    <message>
        <source>{by} noted a callback of {number} at {at}; look at it, then save again if yours is another call.</source>
        <translation>{by} 已在 {at} 记了 {number} 的回访；请看一下，如确是另一次回访，再存一次。</translation>
    </message>
    <message>
        <source>{by} proposed to close {period}, so somebody else must confirm it.</source>
        <translation>{period} 期的关账是{by}提出的，须由另一人确认。</translation>
    </message>
    <message>
        <source>{charged} were charged when the owner went to Finance; the price can not be {quote} any more, Finance adjusts it.</source>
        <translation>陪同交费时已计应收 {charged}，价格不能再改成 {quote}，请由财务作调整。</translation>
    </message>
    <message>
        <source>{code} has a price from {begins} to {ends} already; choose another day or change that one.</source>
        <translation>{code} 在 {begins} 至 {ends} 已有价格，请换日期，或改那一条。</translation>
    </message>
    <message>
        <source>{count} cells of {name} differ; at most {limit} are taken in one go. Is it the right file?</source>
        <translation>{name} 有 {count} 格不同，一次最多 {limit} 格。是这个文件吗？</translation>
    </message>
    <message>
        <source>{first} and {last} are not the two ends of one pack; the last must be as long as the first and not before it.</source>
        <translation>{first} 和 {last} 不是同一本的起止号；止号要与起号一样长，且不小于起号。</translation>
    </message>
    <message>
        <source>{kind} of {number} is not answered here.</source>
        <translation>{number} 的{kind}不在此冲正。</translation>
    </message>
    <message>
        <source>{later} is closed, so {period} before it can not be closed any more.</source>
        <translation>{later} 期已关账，在它之前的 {period} 期不能再关。</translation>
    </message>
    <message>
        <source>{left} is owed on {number}; the price can not fall by {amount} before the rest is paid back. Pay back with “the price falls too”.</source>
        <translation>{number} 尚欠 {left}，不能调减 {amount}；请用“退款并调减价格”一并办理。</translation>
    </message>
    <message>
        <source>{name} asked for this waiver; somebody else must decide it.</source>
        <translation>{name} 是本次减免的申请人，须由他人审批。</translation>
    </message>
    <message>
        <source>{name} can not hand over to {name}; name who takes over.</source>
        <translation>{name}不能交班给自己；请填接班人。</translation>
    </message>
    <message>
        <source>{name} can not hand over to {name}; name who takes the bundle.</source>
        <translation>{name} 不能移交给自己，请填接收人。</translation>
    </message>
    <message>
        <source>{name} costs {tariff} by the tariff; say why it is {price}, or take its price.</source>
        <translation>{name} 的标准价是 {tariff}；收 {price} 请写明原因，或改用标准价。</translation>
    </message>
    <message>
        <source>{name} did the work and can not sign for the owner.</source>
        <translation>{name} 是维修人，不能替业户签字。</translation>
    </message>
    <message>
        <source>{name} holds no post that may sign here; name somebody of the right side.</source>
        <translation>{name} 的岗位不能在此签字，请填对应部门的人员。</translation>
    </message>
    <message>
        <source>{name} is not the property director; in the staff directory that is {known}.</source>
        <translation>{name} 不是物业总监；员工名册中的物业总监是{known}。</translation>
    </message>
    <message>
        <source>{name} repaired {number}; somebody else of Housekeeping must inspect it.</source>
        <translation>{number} 是 {name} 修的，请管家部另一人验收。</translation>
    </message>
    <message>
        <source>{name} was not exported from these books, or from a later state of them; export the register again and edit that.</source>
        <translation>{name} 不是从这本账导出的，或导出时账比现在更新；请重新导出登记表再修改。</translation>
    </message>
    <message>
        <source>{name} worked on {number} and takes no money; name the housekeeper who came along.</source>
        <translation>{name} 是 {number} 的维修人，不得收款；请填写陪同的管家。</translation>
    </message>
    <message>
        <source>{name} works for this centre; here a leader of the company must sign.</source>
        <translation>{name} 是本中心员工；此处须由公司领导签字。</translation>
    </message>
    <message>
        <source>{number} belongs to the statement of {statement}; keep it for that bundle.</source>
        <translation>{number} 属 {statement} 期汇总，请留到该期批次移交。</translation>
    </message>
    <message>
        <source>{number} can not be filed for good yet: {lack}.</source>
        <translation>{number} 还不能归档：{lack}。</translation>
    </message>
    <message>
        <source>{number} costs the owner nothing, so there is nothing to waive.</source>
        <translation>{number} 不向业户收费，没有可减免的金额。</translation>
    </message>
    <message>
        <source>{number} ended before it was printed; only its number stands in the list.</source>
        <translation>{number} 未打印即作废或销单，没有纸联，清单上只列单号。</translation>
    </message>
    <message>
        <source>{number} has {left} left to pay; {amount} is more. Look at the amount, or put the price right first.</source>
        <translation>{number} 尚可收 {left}，{amount} 超出了；请核对金额，或先更正价格。</translation>
    </message>
    <message>
        <source>{number} is done without charge ({charge_class}), so no money is taken for it.</source>
        <translation>{number} 为免收费用（{charge_class}），不能收款。</translation>
    </message>
    <message>
        <source>{number} is in bundle {batch_no} of {period} already; go on with the next.</source>
        <translation>{number} 已在 {period} 期批次 {batch_no} 中，请扫下一张。</translation>
    </message>
    <message>
        <source>{number} is paid work; put in the price the owner agreed to.</source>
        <translation>{number} 是有偿维修，请填业户确认的价格。</translation>
    </message>
    <message>
        <source>{number} is public work, which nobody is charged for.</source>
        <translation>{number} 是公共区域维修，不收费。</translation>
    </message>
    <message>
        <source>{number} is {state}, so no money is taken for it.</source>
        <translation>{number} 已{state}，不能收款。</translation>
    </message>
    <message>
        <source>{number} stands in the closed statement of {period} and is not taken up again; issue a new slip as rework of it.</source>
        <translation>{number} 已列入 {period} 已关账的汇总表，不能再返修；请开新单，注明为它的返修单。</translation>
    </message>
    <message>
        <source>{number} stands in this payment twice; name it once.</source>
        <translation>{number} 在本次收款中出现两次，只列一次即可。</translation>
    </message>
    <message>
        <source>{number} was cancelled without advice over the telephone; nobody is called.</source>
        <translation>{number} 不是电话指导解决的销单，不用回访。</translation>
    </message>
    <message>
        <source>{number} was handed over in bundle {batch_no} of {period} on {at}; put it aside.</source>
        <translation>{number} 已于 {at} 随 {period} 期批次 {batch_no} 移交，请另放。</translation>
    </message>
    <message>
        <source>{number} was paid or got another price since: only {left} yuan are left, the request is for {amount}. Reject it, and ask anew or have Finance refund.</source>
        <translation>{number} 在申请后已付款或改价：只剩 {left} 元可减免，而申请的是 {amount} 元。请不批准本申请，再重新申请，或由财务退款。</translation>
    </message>
    <message>
        <source>{number} was worked on, so it can not be void; cancel it instead.</source>
        <translation>{number}已有人上门或返单，不能作废；请改为销单。</translation>
    </message>
    <message>
        <source>{number}, {headings}: {refusal} Nothing was written.</source>
        <translation>{number}，{headings}：{refusal}一格也没有写入。</translation>
    </message>
    <message>
        <source>{paid} were paid or waived on {number} already, more than {price}; let Finance pay back the rest first.</source>
        <translation>{number} 已收款或减免 {paid}，超过价格 {price}，请财务先退还多收部分。</translation>
    </message>
    <message>
        <source>{period} can be closed from {from_at} on; until then numbers are issued in it.</source>
        <translation>{period} 期要到 {from_at} 才能关账；在此之前还会发出该期的单号。</translation>
    </message>
    <message>
        <source>{period} is closed since {at} (by {by}); what comes now stands in the next one.</source>
        <translation>{period} 期已于 {at} 由{by}关账；之后的收付和单据列入下一期。</translation>
    </message>
    <message>
        <source>{place} exists already; give the copy another name.</source>
        <translation>{place} 已存在，请换一个文件名。</translation>
    </message>
    <message>
        <source>{place} lies on a network share, where a database can be damaged; keep it on this computer, or use a server.</source>
        <translation>{place} 在网络共享盘上，数据库会损坏；请放在本机，或改用服务器。</translation>
    </message>
    <message>
        <source>{ref} is no copy, so it lies nowhere; say in the result how it ended.</source>
        <translation>{ref} 不是某一联，没有找到处；请在处理结果里写明。</translation>
    </message>
    <message>
        <source>{supervisor} has looked through {day} already.</source>
        <translation>{supervisor}已查过 {day} 的记录。</translation>
    </message>
    <message>
        <source>{value} can not be used for this setting.</source>
        <translation>{value} 不能用作此项设置。</translation>
    </message>
    <message>
        <source>{value} must end in one of: {known}.</source>
        <translation>{value} 的扩展名须是：{known}。</translation>
    </message>
    <message>
        <source>“{field}” has {length} characters; at most {limit} fit.</source>
        <translation>“{field}”有 {length} 个字，最多 {limit} 个。</translation>
    </message>
    <message>
        <source>“{field}” lies in the future.</source>
        <translation>“{field}”晚于现在。</translation>
    </message>
    <message>
        <source>“{field}” must be filled in.</source>
        <translation>“{field}”要填写。</translation>
    </message>
    <message>
        <source>“{field}” must not be before “{earlier}”.</source>
        <translation>“{field}”不能早于“{earlier}”。</translation>
    </message>
    <message>
        <source>“{field}” needs at least {limit} characters.</source>
        <translation>“{field}”至少要 {limit} 个字。</translation>
    </message>
    <message>
        <source>“{value}” can not stand in the books for {number}; type an amount above zero and up to {limit}, with two decimals at most.</source>
        <translation>{number} 的金额“{value}”不能入账；请填写大于零、不超过 {limit}、最多两位小数的金额。</translation>
    </message>
    <message>
        <source>“{value}” is a time of the day, but whole days are taken; write 2026-11-20.</source>
        <translation>这里按整日取，“{value}”带了钟点；请写 2026-11-20。</translation>
    </message>
    <message>
        <source>“{value}” is no address of a database; write sqlite:///PATH or postgresql+psycopg://USER@HOST/NAME.</source>
        <translation>“{value}”不是数据库地址，请写 sqlite:///路径 或 postgresql+psycopg://用户@主机/库名。</translation>
    </message>
    <message>
        <source>“{value}” is no amount; two decimals at most, not below zero.</source>
        <translation>“{value}”不是金额，最多两位小数，不能为负。</translation>
    </message>
    <message>
        <source>“{value}” is no code; write capital letters, digits and _ only.</source>
        <translation>“{value}”不能作代码，只能用大写字母、数字和下划线。</translation>
    </message>
    <message>
        <source>“{value}” is no finance period; write 2026-11.</source>
        <translation>“{value}” 不是结算期；请写成 2026-11。</translation>
    </message>
    <message>
        <source>“{value}” is no telephone number; write for example 13812345678, 010-88881234转802 or 8801.</source>
        <translation>“{value}”不是电话号码，例如 13812345678、010-88881234转802、8801。</translation>
    </message>
    <message>
        <source>“{value}” is no time; write 2026-11-20 or 2026-11-20 17:30:00.</source>
        <translation>“{value}”不是时间，请写 2026-11-20 或 2026-11-20 17:30:00。</translation>
    </message>
    <message>
        <source>“{value}” is not in the list; choose from: {known}.</source>
        <translation>“{value}”不在原因表里，可选：{known}。</translation>
    </message>
    <message>
        <source>“{value}” must end with the digits that count the forms: A0001.</source>
        <translation>“{value}”要以流水数字结尾，如 A0001。</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>According to {procedure}</source>
        <translation>依据 {procedure}</translation>
    </message>
    <message>
        <source>Issued from {day}</source>
        <translation>派发 {day} 起</translation>
    </message>
    <message>
        <source>Issued to {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>No slips on this sheet</source>
        <translation>本表无维修单</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Public areas</source>
        <translation>公共区域</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>业户单元</translation>
    </message>
    <message>
        <source>left sheet</source>
        <translation>左页</translation>
    </message>
    <message>
        <source>right sheet</source>
        <translation>右页</translation>
    </message>
    <message>
        <source>{count} on this sheet</source>
        <translation>本表 {count} 条</translation>
    </message>
    <message>
        <source>{count} slips</source>
        <translation>共 {count} 条</translation>
    </message>
    <message>
        <source>{count} slips in all</source>
        <translation>全部 {count} 条</translation>
    </message>
    <message>
        <source>… : the rest stands in the program</source>
        <translation>带“…”处未印全，全文见系统</translation>
    </message>
</context>
<context>
    <name>RegisterBar</name>
    <message>
        <source>90 days</source>
        <translation>90 天</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Find here, or paste numbers</source>
        <translation>在本表查找单号、地点、姓名、电话、故障，可粘贴一列单号</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Period 21–20</source>
        <translation>本期 21–20</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Time of issue</source>
        <translation>派发时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Words to look for</source>
        <translation>查找内容</translation>
    </message>
</context>
<context>
    <name>RegisterBook</name>
    <message>
        <source>A masked telephone is never read; type the whole number.</source>
        <translation>掩码电话不读回；请填完整号码。</translation>
    </message>
    <message>
        <source>Cannot be put right while the slip is: {state}.</source>
        <translation>此单状态为“{state}”，不能这样更正。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Conflict: now “{theirs}”</source>
        <translation>冲突：库中已是“{theirs}”</translation>
    </message>
    <message>
        <source>In the database</source>
        <translation>库中</translation>
    </message>
    <message>
        <source>In the sheet</source>
        <translation>表中</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>导出以后</translation>
    </message>
    <message>
        <source>No slip of this number was exported into this file.</source>
        <translation>本文件导出时没有这个单号。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>The number stands in several rows; none of them was read.</source>
        <translation>这个单号出现在多行，都没有读取。</translation>
    </message>
    <message>
        <source>The number was {was}; a number never changes.</source>
        <translation>单号原为 {was}；单号不能更改。</translation>
    </message>
    <message>
        <source>The program works this out; it is never typed in.</source>
        <translation>由程序算出，不能填写。</translation>
    </message>
    <message>
        <source>The register has no such column; it was not read.</source>
        <translation>登记表没有这一列，未读取。</translation>
    </message>
    <message>
        <source>There is no number; new slips are issued, not imported here.</source>
        <translation>没有单号；新单请派发，不在这里导入。</translation>
    </message>
    <message>
        <source>This can be changed, not emptied.</source>
        <translation>可以改，不能清空。</translation>
    </message>
    <message>
        <source>This column is gone or has another name; its cells stay.</source>
        <translation>这一列不见了或改了名；其内容不变。</translation>
    </message>
    <message>
        <source>This has a step of its own on the slip; it is not edited here.</source>
        <translation>这一项要在单上按步骤办理，不在这里改。</translation>
    </message>
    <message>
        <source>This heading stands there twice; neither was read.</source>
        <translation>表头重复，都没有读取。</translation>
    </message>
    <message>
        <source>This is a formula; type the value in its place.</source>
        <translation>这是公式，请改填数值。</translation>
    </message>
    <message>
        <source>This is an error value of the spreadsheet.</source>
        <translation>这是表格的错误值。</translation>
    </message>
    <message>
        <source>This is no time; write 2026-11-20 17:30.</source>
        <translation>不是时间；请写成 2026-11-20 17:30。</translation>
    </message>
    <message>
        <source>This must be one of: {choices}.</source>
        <translation>只能是：{choices}。</translation>
    </message>
    <message>
        <source>This sheet has no heading 单号; it was not read.</source>
        <translation>这张工作表没有“单号”表头，未读取。</translation>
    </message>
    <message>
        <source>When exported</source>
        <translation>导出时</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{actor} holds no post that may put this right.</source>
        <translation>{actor} 的岗位不能更正这一项。</translation>
    </message>
    <message>
        <source>{count} exported row(s) are gone, {number} the first; their slips stay.</source>
        <translation>导出的行少了 {count} 行，第一行是 {number}；这些单不变。</translation>
    </message>
    <message>
        <source>“{part}” in this cell must stay as it is.</source>
        <translation>此格里的“{part}”必须保留。</translation>
    </message>
</context>
<context>
    <name>RegisterBookPage</name>
    <message numerus="yes">
        <source>%Ln cell(s) edited</source>
        <translation>
            <numerusform>改动 %Ln 格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) written</source>
        <translation>
            <numerusform>已写入 %Ln 格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in conflict.</source>
        <translation>
            <numerusform>冲突 %Ln 格。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not taken</source>
        <translation>
            <numerusform>不采纳 %Ln 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stand so already.</source>
        <translation>
            <numerusform>%Ln 格库中已是如此。</numerusform>
        </translation>
    </message>
    <message>
        <source>A register that was exported as .xlsx and edited in a spreadsheet. Every edited cell is shown first; nothing is written before you say so.</source>
        <translation>导出为 .xlsx、在表格软件里改过的登记表。先逐格列出改动，您确认之前什么也不写入。</translation>
    </message>
    <message>
        <source>An edited register</source>
        <translation>改过的登记表</translation>
    </message>
    <message>
        <source>Choose an edited register</source>
        <translation>选择改过的登记表</translation>
    </message>
    <message>
        <source>Comparing {name}</source>
        <translation>正在比对 {name}</translation>
    </message>
    <message>
        <source>Edited cells</source>
        <translation>改动的格子</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message numerus="yes">
        <source>Exported {at}, %Ln row(s).</source>
        <translation>
            <numerusform>导出于 {at}，%Ln 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Register edited: {name}</source>
        <translation>登记表更正：{name}</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The file does not say what it was exported from: it is held against the database, and conflicts cannot be seen.</source>
        <translation>文件没有导出底稿：只能与现有数据比对，看不出冲突。</translation>
    </message>
    <message>
        <source>What is not taken</source>
        <translation>不采纳的内容</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln cell(s)</source>
        <translation>
            <numerusform>写入 %Ln 格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing %Ln cell(s)</source>
        <translation>
            <numerusform>正在写入 %Ln 格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln slip(s)</source>
        <translation>
            <numerusform>涉及 %Ln 张单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterBring</name>
    <message>
        <source>A sheet of your own…</source>
        <translation>自己的表格…</translation>
    </message>
    <message>
        <source>An exported register that was edited…</source>
        <translation>改过的导出登记表…</translation>
    </message>
</context>
<context>
    <name>RegisterBulk</name>
    <message numerus="yes">
        <source>%n dispatched slip(s) not printed</source>
        <translation>
            <numerusform>%n 张已派工，还没打印</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s), all copies</source>
        <translation>
            <numerusform>%n 张单，各联</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed by others meanwhile and left alone: {numbers}</source>
        <translation>其间别人改过，未动：{numbers}</translation>
    </message>
    <message numerus="yes">
        <source>Changing %Ln slip(s)</source>
        <translation>
            <numerusform>正在处理 %Ln 张单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drawing the copies of %n slip(s)</source>
        <translation>
            <numerusform>正在画 %n 张单的各联</numerusform>
        </translation>
    </message>
    <message>
        <source>Left as they are: {numbers}. {why}</source>
        <translation>未改：{numbers}。{why}</translation>
    </message>
    <message>
        <source>Looking the ticked slips through</source>
        <translation>正在查看所勾的单</translation>
    </message>
    <message>
        <source>Nothing written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Taken back together</source>
        <translation>批量撤销</translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %Ln slip(s)</source>
        <translation>
            <numerusform>已撤销 %Ln 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taking back %Ln slip(s)</source>
        <translation>
            <numerusform>正在撤销 %Ln 张</numerusform>
        </translation>
    </message>
    <message>
        <source>The technicians have no paper yet.</source>
        <translation>技工手里还没有单。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>{action}: %Ln slip(s)</source>
        <translation>
            <numerusform>{action}：%Ln 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{numbers} and %Ln more</source>
        <translation>
            <numerusform>{numbers} 等，另有 %Ln 张</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterEdit</name>
    <message>
        <source>Now it says “{now}”; Enter writes yours all the same.</source>
        <translation>现在是“{now}”；再按回车仍写入您填的内容。</translation>
    </message>
    <message>
        <source>The copies that are out say otherwise; print them anew.</source>
        <translation>已发出的各联与此不符，请补打。</translation>
    </message>
    <message>
        <source>{column} is not typed here; it follows from other steps.</source>
        <translation>{column}不在这里改，由其他步骤得出。</translation>
    </message>
    <message>
        <source>{event}: done</source>
        <translation>{event}：完成</translation>
    </message>
    <message>
        <source>{number} left this list; what is typed is for it all the same.</source>
        <translation>{number} 已不在此列表中；这里填的仍属于它。</translation>
    </message>
</context>
<context>
    <name>RegisterExport</name>
    <message numerus="yes">
        <source>%Ln slip(s) exported</source>
        <translation>
            <numerusform>已导出 %Ln 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx);;PDF files (*.pdf)</source>
        <translation>Excel 工作簿 (*.xlsx);;PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Export the register</source>
        <translation>导出登记表</translation>
    </message>
    <message>
        <source>PDF files (*.pdf);;Excel workbooks (*.xlsx)</source>
        <translation>PDF 文件 (*.pdf);;Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Register of public areas</source>
        <translation>工程维修单追踪统计表</translation>
    </message>
    <message>
        <source>Register of units</source>
        <translation>工程有偿维修单追踪统计表</translation>
    </message>
    <message numerus="yes">
        <source>Writing {name}, %Ln slip(s)</source>
        <translation>
            <numerusform>正在写 {name}，%Ln 单</numerusform>
        </translation>
    </message>
    <message>
        <source>sorted by {column}</source>
        <translation>按{column}排序</translation>
    </message>
    <message>
        <source>sorted by {column}, last first</source>
        <translation>按{column}倒序</translation>
    </message>
</context>
<context>
    <name>RegisterOffers</name>
    <message>
        <source>As on paper</source>
        <translation>与纸质表一致</translation>
    </message>
    <message>
        <source>The usual columns</source>
        <translation>常用列</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message numerus="yes">
        <source>%Ln pasted number(s)</source>
        <translation>
            <numerusform>粘贴的 %Ln 个单号</numerusform>
        </translation>
    </message>
    <message>
        <source>Filters cleared</source>
        <translation>已清除筛选</translation>
    </message>
    <message>
        <source>Register of public areas</source>
        <translation>公共区域登记表</translation>
    </message>
    <message>
        <source>Register of units</source>
        <translation>有偿登记表</translation>
    </message>
    <message>
        <source>Ticked slips</source>
        <translation>勾选的单</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>RegisterPrint</name>
    <message numerus="yes">
        <source>%n of these slip(s) were printed before</source>
        <translation>
            <numerusform>其中 %n 单已打印过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s), all copies</source>
        <translation>
            <numerusform>%n 单，全部各联</numerusform>
        </translation>
    </message>
    <message>
        <source>A new print replaces the copies that are out. Collect and destroy those first; a slip whose old copies are not in hand is printed alone.</source>
        <translation>新打印的各联代替在外的旧联。请先收回旧联并销毁；旧联未收回的单请单独补打。</translation>
    </message>
    <message numerus="yes">
        <source>Drawing the copies of %n slip(s)</source>
        <translation>
            <numerusform>正在生成 %n 单的各联</numerusform>
        </translation>
    </message>
    <message>
        <source>The old copies are in hand</source>
        <translation>旧联已收回</translation>
    </message>
    <message numerus="yes">
        <source>Tick at most %n slip(s).</source>
        <translation>
            <numerusform>最多勾选 %n 单。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many to print together</source>
        <translation>一次打印太多</translation>
    </message>
</context>
<context>
    <name>RegisterViews</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keep as a view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>视图改名</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>View kept</source>
        <translation>视图已存</translation>
    </message>
    <message>
        <source>View thrown away</source>
        <translation>视图已删</translation>
    </message>
    <message>
        <source>What is asked, the order and the columns. The view is yours, at whatever desk you work.</source>
        <translation>存下筛选、排序和列。视图归本人，换哪台电脑都在。</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message numerus="yes">
        <source>%n slip(s) are lost: nobody has said why.</source>
        <translation>
            <numerusform>%n 张失联，没有原因。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) are not back and not explained.</source>
        <translation>
            <numerusform>还有 %n 张没返也没说明。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) need a reason until {time}.</source>
        <translation>
            <numerusform>%n 张要在 {time} 前填原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>A return check was missed</source>
        <translation>返单核对漏做了</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Return check at {time}</source>
        <translation>{time} 返单检查</translation>
    </message>
    <message>
        <source>The list is fixed</source>
        <translation>名单已定</translation>
    </message>
    <message>
        <source>The return check of {day} was not made final.</source>
        <translation>{day} 的返单核对没有定稿。</translation>
    </message>
    <message>
        <source>{time}: make the day final</source>
        <translation>{time} 请定稿</translation>
    </message>
</context>
<context>
    <name>ReopenDialog</name>
    <message>
        <source>Send back to Engineering</source>
        <translation>退回工程部</translation>
    </message>
    <message>
        <source>Take up {number} again</source>
        <translation>{number} 返修</translation>
    </message>
    <message>
        <source>The copies at the desk go out again, and what was charged is taken back until the slip returns.</source>
        <translation>前台的各联重新发出，应收先冲回，返单时再计。</translation>
    </message>
</context>
<context>
    <name>RepairLines</name>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
</context>
<context>
    <name>ReportWatch</name>
    <message>
        <source>A statistics report could not be written</source>
        <translation>统计报表未能写出</translation>
    </message>
    <message>
        <source>Statistics report written</source>
        <translation>统计报表已写出</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写 {name}</translation>
    </message>
</context>
<context>
    <name>ReporterCards</name>
    <message>
        <source>Somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>业户</translation>
    </message>
</context>
<context>
    <name>ReporterKind</name>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>业户</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
</context>
<context>
    <name>RescheduleDialog</name>
    <message>
        <source>Reschedule {number}</source>
        <translation>改约 {number}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Say which time was agreed.</source>
        <translation>请写约定的时间。</translation>
    </message>
</context>
<context>
    <name>ResendDialog</name>
    <message>
        <source>Send again</source>
        <translation>重新派发</translation>
    </message>
    <message>
        <source>Send {number} again</source>
        <translation>重新派发 {number}</translation>
    </message>
</context>
<context>
    <name>ResolveDialog</name>
    <message>
        <source>Agreed</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>重新报价</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>协商结果</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Resolve the dispute on {number}</source>
        <translation>{number} 报价协商</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签字人</translation>
    </message>
</context>
<context>
    <name>ResumeDialog</name>
    <message>
        <source>How it goes on</source>
        <translation>续修方式</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>续修</translation>
    </message>
    <message>
        <source>Resume {number}</source>
        <translation>续修 {number}</translation>
    </message>
    <message>
        <source>Sent out again</source>
        <translation>重新派出</translation>
    </message>
    <message>
        <source>Work goes on</source>
        <translation>接着维修</translation>
    </message>
</context>
<context>
    <name>ReturnCheckSheet</name>
    <message>
        <source>According to {procedure}</source>
        <translation>依据 {procedure}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页 / 共 {count} 页</translation>
    </message>
    <message>
        <source>… : the rest is in the program</source>
        <translation>… 处未印全，请在软件中查看</translation>
    </message>
</context>
<context>
    <name>ReturnForm</name>
    <message>
        <source>Choose by number or initials</source>
        <translation>按数字或首字母选</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>signed by</source>
        <translation>签字人</translation>
    </message>
</context>
<context>
    <name>ReturnPage</name>
    <message>
        <source>What was typed of {number} is kept with it.</source>
        <translation>{number} 已填的内容随单保留。</translation>
    </message>
    <message>
        <source>{number} has no copy {copy}.</source>
        <translation>{number} 没有第 {copy} 联。</translation>
    </message>
    <message>
        <source>{number} is back</source>
        <translation>{number} 已返单</translation>
    </message>
</context>
<context>
    <name>ReverseDialog</name>
    <message>
        <source>Answer a wrong entry</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>Answer it</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>Nothing is taken out of the books: the opposite is written beside it, on every slip of the payment, and the receipt number is free again.</source>
        <translation>原账目不删除：另记一笔相反的账，同一次收款的各单一并冲正，收据号可以重新使用。</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>错在哪里</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Remark</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>The day is looked through</source>
        <translation>今日维修记录已查</translation>
    </message>
    <message>
        <source>Today&apos;s repair records: looked through by nobody yet</source>
        <translation>今日维修记录：还没有主管检查</translation>
    </message>
    <message>
        <source>Today&apos;s repair records: looked through by {who}</source>
        <translation>今日维修记录已查：{who}</translation>
    </message>
</context>
<context>
    <name>ReworkDialog</name>
    <message>
        <source>A new slip as rework of {number}</source>
        <translation>为 {number} 开返修单</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>派发</translation>
    </message>
    <message>
        <source>The statement of {period} is closed and keeps this slip; the new one is linked to it, and free while the work is under warranty.</source>
        <translation>{period} 期已关账，这张单留在汇总表里；新单与它相连，保修期内免费。</translation>
    </message>
</context>
<context>
    <name>ScanDesk</name>
    <message>
        <source>It is taken up when the open box is closed.</source>
        <translation>先关掉打开的窗口，随后自动处理。</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>Scanned {number}</source>
        <translation>已扫 {number}</translation>
    </message>
    <message>
        <source>The input method kept a part of the code (“{text}” arrived). Switch it to English and scan again.</source>
        <translation>输入法截走了一部分条码（收到“{text}”）。请切到英文再扫一次。</translation>
    </message>
    <message>
        <source>The scanner&apos;s keyboard layout does not fit: “{text}” arrived. Set the scanner, or this computer&apos;s keyboard, to English (US).</source>
        <translation>扫码枪的键盘布局不对（收到“{text}”）。请把扫码枪或电脑键盘设为英语（美国）。</translation>
    </message>
    <message>
        <source>“{text}” is not the code of a slip.</source>
        <translation>“{text}”不是维修单的条码。</translation>
    </message>
</context>
<context>
    <name>ScanField</name>
    <message>
        <source>Number of the returned slip</source>
        <translation>返单的单号</translation>
    </message>
    <message>
        <source>Number of the slip</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Scan, or type the last digits and press Enter</source>
        <translation>扫码或输末几位，Enter 打开</translation>
    </message>
</context>
<context>
    <name>SchemeCard</name>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>For: {role}</source>
        <translation>用途：{role}</translation>
    </message>
    <message>
        <source>In use for new slips</source>
        <translation>新单在用</translation>
    </message>
    <message>
        <source>Use for new slips</source>
        <translation>用于新单</translation>
    </message>
</context>
<context>
    <name>SchemeDialog</name>
    <message>
        <source>New copy scheme</source>
        <translation>新的联次方案</translation>
    </message>
    <message>
        <source>Once slips were printed, only names and colours may change.</source>
        <translation>已用它打印过单据后，只能改名称和颜色。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SchemePanel</name>
    <message>
        <source>Rules speak of what a copy is for, papers show who holds it. A slip keeps the scheme it was printed with.</source>
        <translation>规则按每联的用途办事，单据上印的是持有人。维修单一直沿用打印时的方案。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Used for new slips</source>
        <translation>已用于新单</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>All {count} numbers in the register</source>
        <translation>在登记表中列出全部 {count} 单</translation>
    </message>
    <message>
        <source>Form number {digits}</source>
        <translation>印刷号 {digits}</translation>
    </message>
    <message>
        <source>Look for “{words}” in the register</source>
        <translation>在登记表中查找“{words}”</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Slips by number</source>
        <translation>按单号</translation>
    </message>
    <message>
        <source>Slips by what they say</source>
        <translation>维修单</translation>
    </message>
    <message>
        <source>Telephone {digits}</source>
        <translation>电话 {digits}</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>业户单元</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Number, room, last digits of a telephone, name, pinyin, fault</source>
        <translation>单号、房号、电话末四位、姓名、拼音、故障内容</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>全部搜索</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>A: this period, copy in hand</source>
        <translation>A 本期已收单</translation>
    </message>
    <message>
        <source>B: earlier, copy came later</source>
        <translation>B 前期补收单</translation>
    </message>
    <message>
        <source>C: copy not in hand</source>
        <translation>C 未收单</translation>
    </message>
</context>
<context>
    <name>SectionCell</name>
    <message numerus="yes">
        <source>slip(s)</source>
        <translation>
            <numerusform>张</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%Ln slip(s) ticked</source>
        <translation>
            <numerusform>已选 %Ln 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln matching slip(s) ticked</source>
        <translation>
            <numerusform>已选全部符合的 %Ln 单</numerusform>
        </translation>
    </message>
    <message>
        <source>All matching slips ticked</source>
        <translation>已选全部符合的单</translation>
    </message>
    <message>
        <source>Charged {amount}</source>
        <translation>应收 {amount}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出所选</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Print copies</source>
        <translation>打印四联</translation>
    </message>
    <message>
        <source>Ticked slips</source>
        <translation>勾选的单</translation>
    </message>
    <message>
        <source>Untick</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>Control numbers</source>
        <translation>控制号</translation>
    </message>
    <message>
        <source>Slip numbers</source>
        <translation>单号</translation>
    </message>
</context>
<context>
    <name>SettingChoice</name>
    <message>
        <source>A breach</source>
        <translation>算超时</translation>
    </message>
    <message>
        <source>A note of the supervisor</source>
        <translation>主管说明</translation>
    </message>
    <message>
        <source>A warning</source>
        <translation>只提醒</translation>
    </message>
    <message>
        <source>After the period has ended</source>
        <translation>期满之后</translation>
    </message>
    <message>
        <source>All slips</source>
        <translation>所有单</translation>
    </message>
    <message>
        <source>Any post on duty</source>
        <translation>任何当班岗位</translation>
    </message>
    <message>
        <source>By telephone, else on site</source>
        <translation>有电话打电话，否则现场复核</translation>
    </message>
    <message>
        <source>Calendar month</source>
        <translation>自然月</translation>
    </message>
    <message>
        <source>Comes back and is filed</source>
        <translation>收回归档</translation>
    </message>
    <message>
        <source>Every night</source>
        <translation>每晚</translation>
    </message>
    <message>
        <source>Finance period 21–20</source>
        <translation>结算期 21–20</translation>
    </message>
    <message>
        <source>Finance, with an escort</source>
        <translation>财务部收，管家陪同</translation>
    </message>
    <message>
        <source>Front desk and housekeepers</source>
        <translation>前台和管家</translation>
    </message>
    <message>
        <source>Housekeeping&apos;s</source>
        <translation>管家部</translation>
    </message>
    <message>
        <source>Is not printed</source>
        <translation>不打印</translation>
    </message>
    <message>
        <source>Is not written</source>
        <translation>不写</translation>
    </message>
    <message>
        <source>Is written</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>周一至周五</translation>
    </message>
    <message>
        <source>Nights after working days</source>
        <translation>工作日的夜间</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>不计时</translation>
    </message>
    <message>
        <source>Of all slips</source>
        <translation>按全部单</translation>
    </message>
    <message>
        <source>Of public slips</source>
        <translation>按公共区域单</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>现场复核</translation>
    </message>
    <message>
        <source>Only recorded</source>
        <translation>只记录</translation>
    </message>
    <message>
        <source>State calendar with swapped days</source>
        <translation>国家节假日与调休</translation>
    </message>
    <message>
        <source>The amount waived</source>
        <translation>减免金额</translation>
    </message>
    <message>
        <source>The area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>The company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>The company in advance</source>
        <translation>公司垫付</translation>
    </message>
    <message>
        <source>The dispatcher&apos;s</source>
        <translation>调度台</translation>
    </message>
    <message>
        <source>The fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>The next working day</source>
        <translation>顺延到下一工作日</translation>
    </message>
    <message>
        <source>The owner</source>
        <translation>业户</translation>
    </message>
    <message>
        <source>The same day</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>The slip is dispatched</source>
        <translation>派工时</translation>
    </message>
    <message>
        <source>The slip is issued</source>
        <translation>派发时</translation>
    </message>
    <message>
        <source>The supervisor has the slip</source>
        <translation>主管接单时</translation>
    </message>
    <message>
        <source>The technician</source>
        <translation>维修人</translation>
    </message>
    <message>
        <source>The working day before</source>
        <translation>提前到上一工作日</translation>
    </message>
    <message>
        <source>Unit slips</source>
        <translation>业户单元的单</translation>
    </message>
    <message>
        <source>Unit slips and owners&apos; reports</source>
        <translation>业户单元的单和业户报修的单</translation>
    </message>
    <message>
        <source>When the paper is back</source>
        <translation>返单后</translation>
    </message>
    <message>
        <source>With the boxed stamp</source>
        <translation>印紧急方框</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>不要</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Day of the month on which Finance gets its copies.</source>
        <translation>每月几日移交财务联。</translation>
    </message>
    <message>
        <source>Days after issue in which a routine job ends; a warning only.</source>
        <translation>日常维修在派发后几天内完成，只作提醒。</translation>
    </message>
    <message>
        <source>Days after which Engineering looks after unfinished work.</source>
        <translation>工程部隔几天须跟进未完成单。</translation>
    </message>
    <message>
        <source>Days after which Housekeeping looks after unfinished work.</source>
        <translation>管家部隔几天须跟进未完成单。</translation>
    </message>
    <message>
        <source>Days back in which a finished slip may be a duplicate.</source>
        <translation>已完成的单在多少天内算可能重复。</translation>
    </message>
    <message>
        <source>Days in which the same repair is done again free of charge.</source>
        <translation>同一维修多少天内免费返修。</translation>
    </message>
    <message>
        <source>Days unfinished until somebody higher is told.</source>
        <translation>未完成几天后须上报升级。</translation>
    </message>
    <message>
        <source>Folder into which every open window that has it writes the statistics as PDF; empty: none.</source>
        <translation>统计报表（PDF）自动写入的文件夹，凡能打开它的窗口都会写；留空则不写。</translation>
    </message>
    <message>
        <source>Form of slip numbers; a change holds for future slips only.</source>
        <translation>单号格式，改动只对以后的单有效。</translation>
    </message>
    <message>
        <source>From when on its day a report is due; it speaks of then.</source>
        <translation>报表在当天几点到期，内容即截至该时刻。</translation>
    </message>
    <message>
        <source>From when the night price of the tariff holds for work.</source>
        <translation>夜间价从几点开始（按开工时间）。</translation>
    </message>
    <message>
        <source>Hours after the return in which the owner is called.</source>
        <translation>返单后多少小时内回访。</translation>
    </message>
    <message>
        <source>Hours from issue until somebody is on site, anywhere.</source>
        <translation>派发后几小时内到场，不分区域。</translation>
    </message>
    <message>
        <source>Hours from issue until the work is handed to Engineering.</source>
        <translation>派发后几小时内转达工程部。</translation>
    </message>
    <message>
        <source>Hours in which a complaint is answered.</source>
        <translation>投诉多少小时内答复。</translation>
    </message>
    <message>
        <source>Hours in which to call again after advice by telephone.</source>
        <translation>电话指导解决后几小时内回访。</translation>
    </message>
    <message>
        <source>Hours to be on site when equipment stands still; nothing marks such slips yet.</source>
        <translation>设备停机几小时内到场；目前还没有这类单的标记。</translation>
    </message>
    <message>
        <source>Hours to repair main equipment; nothing marks such slips yet.</source>
        <translation>主设备几小时内修复；目前还没有这类单的标记。</translation>
    </message>
    <message>
        <source>How many copies a slip has and who keeps each.</source>
        <translation>维修单有几联、各归谁。</translation>
    </message>
    <message>
        <source>How public slips without an owner are called back.</source>
        <translation>没有业户的公共区域单如何回访。</translation>
    </message>
    <message>
        <source>Minutes after an appointment from which a supervisor is told.</source>
        <translation>比约定晚到几分钟起须报主管。</translation>
    </message>
    <message>
        <source>Minutes before an appointment to call when running late.</source>
        <translation>可能迟到时，提前多少分钟告知业户。</translation>
    </message>
    <message>
        <source>Minutes before the return check to remind of it; 0: do not.</source>
        <translation>返单检查前多少分钟提醒；0 为不提醒。</translation>
    </message>
    <message>
        <source>Minutes for a cleaner to come; no call is recorded yet.</source>
        <translation>保洁几分钟内到场；目前还不记录通知保洁。</translation>
    </message>
    <message>
        <source>Minutes from done to returned before a public slip warns.</source>
        <translation>公共区域单完工后多少分钟未返单即提醒。</translation>
    </message>
    <message>
        <source>Minutes on site until the fault of an urgent slip is known.</source>
        <translation>紧急单到场后几分钟内查明故障。</translation>
    </message>
    <message>
        <source>Minutes to be on site in a unit.</source>
        <translation>户内维修到场时限（分钟）。</translation>
    </message>
    <message>
        <source>Minutes to dispatch an urgent slip.</source>
        <translation>急修派工时限（分钟）。</translation>
    </message>
    <message>
        <source>Minutes to finish an urgent job; a warning only.</source>
        <translation>急修完工时限（分钟），只作提醒。</translation>
    </message>
    <message>
        <source>Percent of finished public slips that are called back.</source>
        <translation>公共区域完成单的回访比例（%）。</translation>
    </message>
    <message>
        <source>Percent of finished unit slips that are called back.</source>
        <translation>业户单元完成单的回访比例（%）。</translation>
    </message>
    <message>
        <source>Seed of the random order of callbacks; the same one picks the same slips.</source>
        <translation>回访抽样次序的种子；种子相同，抽到的单相同。</translation>
    </message>
    <message>
        <source>Telephone of the desk, printed on the slip.</source>
        <translation>前台报修电话，印在维修单上。</translation>
    </message>
    <message>
        <source>Time of day by which finished slips are back.</source>
        <translation>每日返单截止时间。</translation>
    </message>
    <message>
        <source>Time of day by which unfinished slips are explained.</source>
        <translation>每日未完成反馈截止时间。</translation>
    </message>
    <message>
        <source>Time zone of the site; days and periods are cut in it.</source>
        <translation>现场所在时区，日期和结算期按它划分。</translation>
    </message>
    <message>
        <source>Until when the night price of the tariff holds for work.</source>
        <translation>夜间价到几点为止（按开工时间）。</translation>
    </message>
    <message>
        <source>Version of procedure ML-CS-016 printed in footers.</source>
        <translation>页脚印的 ML-CS-016 版本号。</translation>
    </message>
    <message>
        <source>Waived amount from which the company leader must approve.</source>
        <translation>减免达到多少元须公司领导批准。</translation>
    </message>
    <message>
        <source>What a late answer is; complaints are not recorded yet.</source>
        <translation>投诉答复超时怎么算；目前还不记录投诉。</translation>
    </message>
    <message>
        <source>What a late arrival at equipment that stands still is; nothing marks such slips yet.</source>
        <translation>停机到场超时怎么算；目前还没有这类单的标记。</translation>
    </message>
    <message>
        <source>What a late arrival in a unit, or after an appointment, is.</source>
        <translation>单元到场超时、晚于约定怎么算。</translation>
    </message>
    <message>
        <source>What a late call after advice by telephone is.</source>
        <translation>电话指导后回访超时怎么算。</translation>
    </message>
    <message>
        <source>What a late callback is.</source>
        <translation>回访超时怎么算。</translation>
    </message>
    <message>
        <source>What a late cleaner is; no call is recorded yet.</source>
        <translation>保洁晚到怎么算；目前还不记录通知保洁。</translation>
    </message>
    <message>
        <source>What a late diagnosis of an urgent slip is.</source>
        <translation>紧急单查明故障超时怎么算。</translation>
    </message>
    <message>
        <source>What a late dispatch of an urgent slip is.</source>
        <translation>紧急单派工超时怎么算。</translation>
    </message>
    <message>
        <source>What a late end of a routine job is.</source>
        <translation>日常单完工超时怎么算。</translation>
    </message>
    <message>
        <source>What a late end of an urgent job is.</source>
        <translation>紧急单完工超时怎么算。</translation>
    </message>
    <message>
        <source>What a late handing over to Engineering is.</source>
        <translation>转达工程部超时怎么算。</translation>
    </message>
    <message>
        <source>What a late repair of main equipment is; nothing marks such slips yet.</source>
        <translation>主设备修复超时怎么算；目前还没有这类单的标记。</translation>
    </message>
    <message>
        <source>What a late reply is; no reply is recorded yet.</source>
        <translation>回复超时怎么算；目前还不记录回复。</translation>
    </message>
    <message>
        <source>What a later arrival than that is.</source>
        <translation>超过上述到场时间怎么算。</translation>
    </message>
    <message>
        <source>What a missing follow-up of Engineering is.</source>
        <translation>工程部没有跟进怎么算。</translation>
    </message>
    <message>
        <source>What a missing follow-up of Housekeeping is.</source>
        <translation>管家部没有跟进怎么算。</translation>
    </message>
    <message>
        <source>What an unsigned slip needs when it comes back.</source>
        <translation>未签字的单返回时需要什么。</translation>
    </message>
    <message>
        <source>What decides which register a slip stands in.</source>
        <translation>登记在哪张表由什么决定。</translation>
    </message>
    <message>
        <source>What happens to the customer&apos;s copy of public-area slips.</source>
        <translation>公共区域维修单的客户联怎么处理。</translation>
    </message>
    <message>
        <source>What it is that a finished public slip does not come back.</source>
        <translation>公区单完工后没有及时返单怎么算。</translation>
    </message>
    <message>
        <source>What it is that nobody higher was told of unfinished work.</source>
        <translation>未完成单没有上报升级怎么算。</translation>
    </message>
    <message>
        <source>What missing feedback on an unfinished slip is.</source>
        <translation>未完成单没有按时反馈怎么算。</translation>
    </message>
    <message>
        <source>What starts the clock of the arrival limit.</source>
        <translation>到场时限从何时起算。</translation>
    </message>
    <message>
        <source>What the return of a finished slip after its time of day is.</source>
        <translation>完工单过了时间才返单怎么算。</translation>
    </message>
    <message>
        <source>When a period may be closed.</source>
        <translation>结算期何时可以关账。</translation>
    </message>
    <message>
        <source>When the control room takes over from the day.</source>
        <translation>夜班开始时间。</translation>
    </message>
    <message>
        <source>When the front desk takes over from the night.</source>
        <translation>白班开始时间。</translation>
    </message>
    <message>
        <source>When the handover happens if its day is off.</source>
        <translation>移交日遇休息日怎么办。</translation>
    </message>
    <message>
        <source>When work counts as completed in statistics.</source>
        <translation>统计中何时算完成。</translation>
    </message>
    <message>
        <source>Whether the control room takes calls on weekend nights too.</source>
        <translation>周末夜间是否也由中控接报。</translation>
    </message>
    <message>
        <source>Whether the limit measures the waived amount or the fee.</source>
        <translation>审批限额按减免金额还是按费用计算。</translation>
    </message>
    <message>
        <source>Whether the public share is asked of public slips or of all.</source>
        <translation>公共区域回访比例按公共单还是按全部单计算。</translation>
    </message>
    <message>
        <source>Whether urgent slips carry the boxed stamp.</source>
        <translation>急修单是否印“紧急”框。</translation>
    </message>
    <message>
        <source>Which days count as working days.</source>
        <translation>按什么认定工作日。</translation>
    </message>
    <message>
        <source>Which desk prints the four copies.</source>
        <translation>四联由哪个岗位打印。</translation>
    </message>
    <message>
        <source>Which month statistics speak of.</source>
        <translation>统计的“本月”按哪种月份。</translation>
    </message>
    <message>
        <source>Which posts may take calls and answer duplicates.</source>
        <translation>哪些岗位可以接报和处理重复。</translation>
    </message>
    <message>
        <source>Which slips concern an owner.</source>
        <translation>哪些单算“涉及业户”。</translation>
    </message>
    <message>
        <source>Which slips need a telephone number.</source>
        <translation>哪些单必须有联系电话。</translation>
    </message>
    <message>
        <source>Who bears the cost of work in a unit.</source>
        <translation>户内维修费用由谁承担。</translation>
    </message>
    <message>
        <source>Who bears the cost of work in public areas.</source>
        <translation>公共区域维修费用由谁承担。</translation>
    </message>
    <message>
        <source>Who takes cash: Finance with an escort, or the technician.</source>
        <translation>现金由谁收：陪同到财务，或技工代收。</translation>
    </message>
    <message>
        <source>Working hours until a reply; no reply is recorded yet.</source>
        <translation>几个工作小时内回复；目前还不记录回复。</translation>
    </message>
    <message>
        <source>Write the report of the calendar month before on the 1st.</source>
        <translation>每月 1 日写出上一自然月的月报。</translation>
    </message>
    <message>
        <source>Write the report of the finance period up to the day of the handover (the 20th), on that day; what comes later that day stands in the statement.</source>
        <translation>在移交日（20 日）写出本结算期截至当天的统计；当天以后发生的，以费用汇总表为准。</translation>
    </message>
    <message>
        <source>Write the report of the week before on Monday.</source>
        <translation>每周一写出上一周的周报。</translation>
    </message>
</context>
<context>
    <name>SettingsColumn</name>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Explains</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>业户</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Suggested by</source>
        <translation>联想词</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Telephones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元号</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Calendars (*.csv *.json)</source>
        <translation>日历文件 (*.csv *.json)</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>联次方案</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>Holidays imported</source>
        <translation>节假日已导入</translation>
    </message>
    <message>
        <source>Import holidays</source>
        <translation>导入节假日</translation>
    </message>
    <message>
        <source>In use again</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>Nothing here. Ins adds a row.</source>
        <translation>这里还没有内容。按 Ins 添加。</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Short lists</source>
        <translation>常用词</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Taken out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>What a policy is about</source>
        <translation>政策的内容</translation>
    </message>
    <message>
        <source>Words to look for</source>
        <translation>查找的字</translation>
    </message>
</context>
<context>
    <name>SettingsSection</name>
    <message>
        <source>Code, item, pinyin, category</source>
        <translation>编码、项目、拼音、类别</translation>
    </message>
    <message>
        <source>Day or name of the holiday</source>
        <translation>日期或节日</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Name, pinyin, post, trade</source>
        <translation>姓名、拼音、岗位、工种</translation>
    </message>
    <message>
        <source>Reason or its use</source>
        <translation>原因或用处</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Room, owner, pinyin, telephone</source>
        <translation>房号、业户、拼音、电话</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Tariff</source>
        <translation>收费标准</translation>
    </message>
    <message>
        <source>Trade or word of a fault</source>
        <translation>工种或故障词</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
</context>
<context>
    <name>ShareMeter</name>
    <message>
        <source>none to call back</source>
        <translation>无应回访</translation>
    </message>
    <message>
        <source>{base} came back finished, {done} were reached: {rate} %</source>
        <translation>返单完成 {base} 张，已回访 {done} 张，{rate} %</translation>
    </message>
    <message>
        <source>{done} called, enough</source>
        <translation>已回访 {done}，达标</translation>
    </message>
    <message>
        <source>{done}/{need}, {missing} more</source>
        <translation>{done}／{need}，还需 {missing}</translation>
    </message>
</context>
<context>
    <name>SheetErrors</name>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>表中内容</translation>
    </message>
    <message>
        <source>{count} cells to mend</source>
        <translation>{count} 处要改</translation>
    </message>
</context>
<context>
    <name>SheetLeftOut</name>
    <message>
        <source>lines of the foot</source>
        <translation>表尾说明</translation>
    </message>
    <message>
        <source>repeated headings</source>
        <translation>重复的栏名</translation>
    </message>
    <message>
        <source>rows with one thing only</source>
        <translation>只有一格的行</translation>
    </message>
    <message>
        <source>sums</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>SheetMade</name>
    <message>
        <source>By the room or place</source>
        <translation>按房号或地点判断</translation>
    </message>
    <message>
        <source>Material extra</source>
        <translation>材料另计</translation>
    </message>
    <message>
        <source>The building of the room</source>
        <translation>取房号的楼栋</translation>
    </message>
    <message>
        <source>The owner</source>
        <translation>取业户名称</translation>
    </message>
    <message>
        <source>The room</source>
        <translation>取单元号</translation>
    </message>
    <message>
        <source>The time of the report</source>
        <translation>取报修时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>当天</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>正在核对 {name}</translation>
    </message>
    <message>
        <source>Choose a sheet</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>已忘掉</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>导入 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Import stopped</source>
        <translation>导入已停止</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在导入 {name}</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>Remembered again</source>
        <translation>又记住了</translation>
    </message>
    <message>
        <source>Sheets (*.xlsx *.xlsm *.xls *.csv *.txt)</source>
        <translation>表格 (*.xlsx *.xlsm *.xls *.csv *.txt)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>SheetTarget</name>
    <message>
        <source>A list of people who work here.</source>
        <translation>本处员工的名单。</translation>
    </message>
    <message>
        <source>A list of rooms with owners; each row is a unit or an owner.</source>
        <translation>房号和业户的清册，每行是一户或一位业户。</translation>
    </message>
    <message>
        <source>A price list of services; each row is an item or a new price.</source>
        <translation>有偿服务价目表；每行是一个项目或一次调价。</translation>
    </message>
    <message>
        <source>A register or list of repairs; each row becomes a slip.</source>
        <translation>报修登记或维修台账，每行成为一张维修单。</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>维修单</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Tariff</source>
        <translation>收费标准</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>业户单元</translation>
    </message>
</context>
<context>
    <name>SignForm</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n 联</numerusform>
        </translation>
    </message>
    <message>
        <source>Bundle {number} of {period}</source>
        <translation>{period} 期批次 {number}</translation>
    </message>
    <message>
        <source>No bundle is begun</source>
        <translation>尚未开始新批次</translation>
    </message>
    <message>
        <source>The first copy that is scanned begins one.</source>
        <translation>扫入第一张财务联即开始新批次。</translation>
    </message>
</context>
<context>
    <name>SignStatus</name>
    <message>
        <source>Owner absent</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>Refused to sign</source>
        <translation>拒签</translation>
    </message>
    <message>
        <source>Signed by proxy</source>
        <translation>代签</translation>
    </message>
    <message>
        <source>Signed by the owner</source>
        <translation>本人</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message numerus="yes">
        <source>%n earlier one(s)</source>
        <translation>
            <numerusform>更早的 %n 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>linked rework</source>
        <translation>关联返修单</translation>
    </message>
</context>
<context>
    <name>SlipAccountPart</name>
    <message>
        <source>Entries of the slip</source>
        <translation>本单账目</translation>
    </message>
    <message>
        <source>Money in and out</source>
        <translation>账目</translation>
    </message>
    <message>
        <source>waiver {sum} to decide</source>
        <translation>减免 {sum} 待批</translation>
    </message>
    <message>
        <source>{sum} left to pay</source>
        <translation>尚可收 {sum}</translation>
    </message>
    <message>
        <source>{sum} paid before the slip is back</source>
        <translation>已收 {sum}，未见单</translation>
    </message>
</context>
<context>
    <name>SlipClocks</name>
    <message>
        <source>Time limits</source>
        <translation>时限</translation>
    </message>
</context>
<context>
    <name>SlipColumns</name>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场时间</translation>
    </message>
    <message>
        <source>Back by 17:30</source>
        <translation>17:30前返单</translation>
    </message>
    <message>
        <source>Back by 17:30 (yes/no)</source>
        <translation>17:30前返单(是/否)</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>回访日期</translation>
    </message>
    <message>
        <source>Called or checked</source>
        <translation>回访/复核日期</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>派工时间</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完工时间</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计完成</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>维修内容</translation>
    </message>
    <message>
        <source>Fee class (paid/warranty/rework/contract)</source>
        <translation>计费类别(有偿/保修/返修/合同)</translation>
    </message>
    <message>
        <source>Finance copy (bundle/early)</source>
        <translation>财务联(批次/先交)</translation>
    </message>
    <message>
        <source>Finance copy (bundle/out/void)</source>
        <translation>财务联(已交批次/未返/作废)</translation>
    </message>
    <message>
        <source>Inspection / by whom</source>
        <translation>验收结果/验收人</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>派发</translation>
    </message>
    <message>
        <source>Labour</source>
        <translation>人工费</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料费</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>On site after</source>
        <translation>到场用时</translation>
    </message>
    <message>
        <source>Opinion / signature</source>
        <translation>业户意见/签字</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>未收</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>业户名称</translation>
    </message>
    <message>
        <source>Paid how</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>交费日期</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>确认报价</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>未完成原因</translation>
    </message>
    <message>
        <source>Receipt / invoice</source>
        <translation>收据/发票号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reported at</source>
        <translation>接报时间</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>接报日期</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>报修人</translation>
    </message>
    <message>
        <source>Reporter (department)</source>
        <translation>报修人(部门)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>维修结果</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>返单时间</translation>
    </message>
    <message>
        <source>Said on the call</source>
        <translation>回访结果</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>专业主管</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接报岗位/人</translation>
    </message>
    <message>
        <source>Technicians</source>
        <translation>维修人</translation>
    </message>
    <message>
        <source>Telephone (masked)</source>
        <translation>联系电话(掩码)</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型/紧急</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元号</translation>
    </message>
    <message>
        <source>Waived (by whom)</source>
        <translation>减免(批准人)</translation>
    </message>
    <message>
        <source>Within 20 min (yes/no)</source>
        <translation>20分钟到场(是/否)</translation>
    </message>
    <message>
        <source>old number {number}</source>
        <translation>原号 {number}</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分</translation>
    </message>
    <message>
        <source>{head}: {text}</source>
        <translation>{head}：{text}</translation>
    </message>
    <message>
        <source>{period} bundle {number}</source>
        <translation>{period} 第{number}批</translation>
    </message>
    <message>
        <source>{text} ({note})</source>
        <translation>{text}（{note}）</translation>
    </message>
</context>
<context>
    <name>SlipDialog</name>
    <message>
        <source>Choose by number or initials</source>
        <translation>选原因：按数字或拼音首字母</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>SlipEvent</name>
    <message>
        <source>Adjust the price</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Agree to quote</source>
        <translation>确认报价</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>Arrive</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Ask for a waiver</source>
        <translation>申请减免</translation>
    </message>
    <message>
        <source>Bounce</source>
        <translation>退回补正</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>销单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完工</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Decide the waiver</source>
        <translation>审批减免</translation>
    </message>
    <message>
        <source>Dispatch and print</source>
        <translation>派工打印</translation>
    </message>
    <message>
        <source>Dispute quote</source>
        <translation>报价争议</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Escort to Finance</source>
        <translation>陪同交费</translation>
    </message>
    <message>
        <source>Fail inspection</source>
        <translation>验收不合格</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>派发</translation>
    </message>
    <message>
        <source>Join a call</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Leave unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Move copies</source>
        <translation>移联</translation>
    </message>
    <message>
        <source>Pass inspection</source>
        <translation>验收合格</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Received by supervisor</source>
        <translation>主管接单</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>返修</translation>
    </message>
    <message>
        <source>Reschedule</source>
        <translation>改约</translation>
    </message>
    <message>
        <source>Resolve dispute</source>
        <translation>协商一致</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>续修</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新派发</translation>
    </message>
    <message>
        <source>Start work</source>
        <translation>开工</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>返单</translation>
    </message>
    <message>
        <source>Tell of the delay</source>
        <translation>迟到告知</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>减免</translation>
    </message>
    <message>
        <source>Withdraw the waiver</source>
        <translation>撤回减免</translation>
    </message>
</context>
<context>
    <name>SlipEvents</name>
    <message>
        <source>charged {amount} in {period}</source>
        <translation>{period} 期应收 {amount}</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>使用不正常</translation>
    </message>
    <message>
        <source>expected {moment}</source>
        <translation>预计 {moment}</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>works</source>
        <translation>使用正常</translation>
    </message>
    <message>
        <source>{amount} of {period} taken back</source>
        <translation>冲回 {period} 期应收 {amount}</translation>
    </message>
</context>
<context>
    <name>SlipFact</name>
    <message>
        <source>Bounced because</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>回访日期</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>计费</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>调度员</translation>
    </message>
    <message>
        <source>Ended because</source>
        <translation>结局原因</translation>
    </message>
    <message>
        <source>Escalated to</source>
        <translation>升级到</translation>
    </message>
    <message>
        <source>Former number</source>
        <translation>原单号</translation>
    </message>
    <message>
        <source>Inspected at</source>
        <translation>验收时间</translation>
    </message>
    <message>
        <source>Inspected by</source>
        <translation>验收人</translation>
    </message>
    <message>
        <source>Inspection note</source>
        <translation>验收说明</translation>
    </message>
    <message>
        <source>Issued anyway because</source>
        <translation>仍要新开的原因</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>业户意见</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>维修结果</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>业户</translation>
    </message>
    <message>
        <source>Post on duty</source>
        <translation>当班岗位</translation>
    </message>
    <message>
        <source>Rescheduled because</source>
        <translation>改约原因</translation>
    </message>
    <message>
        <source>Returned to</source>
        <translation>收单人</translation>
    </message>
    <message>
        <source>Said when called</source>
        <translation>回访结果</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接报人</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元号</translation>
    </message>
</context>
<context>
    <name>SlipFacts</name>
    <message>
        <source>Back at the desk</source>
        <translation>返单与归档</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派工</translation>
    </message>
    <message>
        <source>The call</source>
        <translation>报修</translation>
    </message>
    <message>
        <source>The work</source>
        <translation>上门维修</translation>
    </message>
</context>
<context>
    <name>SlipForm</name>
    <message>
        <source>According to {procedure}</source>
        <translation>依据 {procedure}</translation>
    </message>
    <message>
        <source>After the work: tried out; result and fee are right. Signing for the owner: say who you are, and your phone.</source>
        <translation>完工后签：已试用，维修结果和费用属实。代签写明关系和电话。</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场时间</translation>
    </message>
    <message>
        <source>Back at Housekeeping</source>
        <translation>管家部收单</translation>
    </message>
    <message>
        <source>Before the work: I have seen the price. Free work: write “free”.</source>
        <translation>维修前签：报价已看清，同意维修；本单免费的写“免费”。</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>计费</translation>
    </message>
    <message>
        <source>Checked by supervisor</source>
        <translation>专业主管核实</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Copy 1</source>
        <translation>第一联</translation>
    </message>
    <message>
        <source>Copy 2</source>
        <translation>第二联</translation>
    </message>
    <message>
        <source>Copy 3</source>
        <translation>第三联</translation>
    </message>
    <message>
        <source>Copy 4</source>
        <translation>第四联</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>派工时间</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>调度员</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完工时间</translation>
    </message>
    <message>
        <source>First print  {time}</source>
        <translation>第 1 次打印&#x3000;{time}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Labour</source>
        <translation>人工费</translation>
    </message>
    <message>
        <source>Management office</source>
        <translation>管理处办公区</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料名称、规格</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Not a voucher for reimbursement</source>
        <translation>本单不作报销凭证</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Owner accepts the work</source>
        <translation>业户验收签字</translation>
    </message>
    <message>
        <source>Owner agrees to the price</source>
        <translation>业户确认报价签字</translation>
    </message>
    <message>
        <source>Owner&apos;s opinion</source>
        <translation>业户意见</translation>
    </message>
    <message>
        <source>Paid at Finance</source>
        <translation>财务收讫</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划性</translation>
    </message>
    <message>
        <source>Preview, not counted as a print</source>
        <translation>预览，未计打印</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Public area</source>
        <translation>公共区域</translation>
    </message>
    <message>
        <source>Public area: inspected by Housekeeping.</source>
        <translation>公共区域由管家部查验。</translation>
    </message>
    <message>
        <source>Public area: no charge, not signed here.</source>
        <translation>公共区域维修不收费，此处不签。</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>报价金额</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接报</translation>
    </message>
    <message>
        <source>Repairs {phone}</source>
        <translation>报修电话 {phone}</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>报修时间</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>报修人</translation>
    </message>
    <message>
        <source>Reprint {count}  {time}</source>
        <translation>补打 {count}&#x3000;{time}</translation>
    </message>
    <message>
        <source>Result, or why unfinished</source>
        <translation>维修结果、未完成原因</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>日常</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>专业主管</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>维修人</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计（小写）</translation>
    </message>
    <message>
        <source>Total in words</source>
        <translation>合计（大写）</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Work wanted</source>
        <translation>维修内容</translation>
    </message>
    <message>
        <source>Year    Month    Day</source>
        <translation>年&#x3000;&#x3000;月&#x3000;&#x3000;日</translation>
    </message>
    <message>
        <source>expected {time}</source>
        <translation>预计 {time}</translation>
    </message>
    <message>
        <source>{count} more, see the list</source>
        <translation>另 {count} 项，见明细</translation>
    </message>
    <message>
        <source>{reporter}, owner {owner}</source>
        <translation>{reporter}，业户 {owner}</translation>
    </message>
    <message>
        <source>… : the rest stands in the program</source>
        <translation>带“…”处未印全，全文见系统</translation>
    </message>
</context>
<context>
    <name>SlipMoneyTable</name>
    <message>
        <source>Quotes</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>another price: {reason}</source>
        <translation>价格不同：{reason}</translation>
    </message>
    <message>
        <source>night price</source>
        <translation>夜间价</translation>
    </message>
</context>
<context>
    <name>SlipMoves</name>
    <message>
        <source>Issued as rework</source>
        <translation>已开返修单</translation>
    </message>
    <message>
        <source>Nothing can be done with this slip now</source>
        <translation>这张单现在没有可办的事</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>{event}: done</source>
        <translation>{event}已记下</translation>
    </message>
</context>
<context>
    <name>SlipOrder</name>
    <message>
        <source>Newest first</source>
        <translation>新的在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>旧的在前</translation>
    </message>
</context>
<context>
    <name>SlipPage</name>
    <message>
        <source>Facts of the slip</source>
        <translation>单据内容</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Where the copies are</source>
        <translation>四联去向</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>第 {place} 单，共 {count} 单</translation>
    </message>
</context>
<context>
    <name>SlipPane</name>
    <message>
        <source>Amended after printing: print it again.</source>
        <translation>打印后改正过，请补打。</translation>
    </message>
    <message>
        <source>Bounced: {reason}</source>
        <translation>已退回：{reason}</translation>
    </message>
    <message>
        <source>Choose a slip in the list.</source>
        <translation>请在表中选一张单。</translation>
    </message>
    <message>
        <source>Close the pane</source>
        <translation>关闭详情栏</translation>
    </message>
    <message>
        <source>Complete record</source>
        <translation>完整记录</translation>
    </message>
    <message>
        <source>Copies are being searched for: {copies}</source>
        <translation>正在追查：{copies}</translation>
    </message>
    <message>
        <source>Engineering carries it on.</source>
        <translation>由工程部继续办理。</translation>
    </message>
    <message>
        <source>Open the slip</source>
        <translation>打开单据</translation>
    </message>
    <message>
        <source>The chosen slip</source>
        <translation>选中的单</translation>
    </message>
    <message>
        <source>The dispatcher dispatches it.</source>
        <translation>派工由调度员办理。</translation>
    </message>
    <message>
        <source>The front desk carries it on.</source>
        <translation>由客服前台继续办理。</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Where the copies are</source>
        <translation>四联去向</translation>
    </message>
</context>
<context>
    <name>SlipPaper</name>
    <message>
        <source>Drawing {number}</source>
        <translation>正在生成 {number}</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已送打印机</translation>
    </message>
    <message>
        <source>Slip {number}, copies {copies}</source>
        <translation>工程维修单 {number}，第 {copies} 联</translation>
    </message>
    <message>
        <source>Slip {number}, four copies</source>
        <translation>工程维修单 {number}，四联</translation>
    </message>
    <message>
        <source>The technician has no paper yet.</source>
        <translation>维修人手里还没有单子。</translation>
    </message>
    <message>
        <source>{number} is dispatched, not printed</source>
        <translation>{number} 已派工，四联未打印</translation>
    </message>
</context>
<context>
    <name>SlipState</name>
    <message>
        <source>Cancelled</source>
        <translation>销单</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已派工</translation>
    </message>
    <message>
        <source>Done, paper out</source>
        <translation>待返单</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>Quote disputed</source>
        <translation>报价争议</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>待确认报价</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已返单</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待派</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>维修中</translation>
    </message>
</context>
<context>
    <name>SlipStatus</name>
    <message>
        <source>Bounced</source>
        <translation>已退回</translation>
    </message>
</context>
<context>
    <name>SpanChip</name>
    <message>
        <source>Days…</source>
        <translation>自选日期…</translation>
    </message>
</context>
<context>
    <name>SpanKind</name>
    <message>
        <source>Monthly report</source>
        <translation>月报</translation>
    </message>
    <message>
        <source>Report of a finance period</source>
        <translation>结算期统计</translation>
    </message>
    <message>
        <source>Report of a span</source>
        <translation>期间统计</translation>
    </message>
    <message>
        <source>Weekly report</source>
        <translation>周报</translation>
    </message>
</context>
<context>
    <name>StaffDialog</name>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>New member of staff</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>工种</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>仍在本中心工作</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Limit missed</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Nearly over</source>
        <translation>快到时限</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>不计时</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>Past its warning</source>
        <translation>过提醒时限</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>计时中</translation>
    </message>
    <message>
        <source>Stands still</source>
        <translation>暂停中</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Start work</source>
        <translation>开工</translation>
    </message>
    <message>
        <source>Start work on {number}</source>
        <translation>{number} 开工</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>&quot;= &quot;0&quot; rows&quot;</source>
        <translation>&quot;共 &quot;0&quot; 行&quot;</translation>
    </message>
    <message>
        <source>&quot;program: &quot;0&quot; rows&quot;</source>
        <translation>&quot;程序计 &quot;0&quot; 行&quot;</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>+ Charged</source>
        <translation>加：应收</translation>
    </message>
    <message>
        <source>+ Refunded</source>
        <translation>加：退款</translation>
    </message>
    <message>
        <source>= Owed at the end</source>
        <translation>期末未收</translation>
    </message>
    <message>
        <source>A and B with paper</source>
        <translation>A、B 有单据</translation>
    </message>
    <message>
        <source>A, copy in hand</source>
        <translation>A 财务联已到</translation>
    </message>
    <message>
        <source>A: issued this period, finance copy in hand</source>
        <translation>A&#x3000;本期派发，财务联已到</translation>
    </message>
    <message>
        <source>According to {procedure}</source>
        <translation>依据 {procedure}</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Approved by:</source>
        <translation>批准：</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>As it would close now; figures may still change</source>
        <translation>按此刻关账测算，数字仍会变动</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>期末</translation>
    </message>
    <message>
        <source>B, came later</source>
        <translation>B 以前单补到</translation>
    </message>
    <message>
        <source>B: issued earlier, finance copy came after their close</source>
        <translation>B&#x3000;以前各期派发，关账后财务联才到</translation>
    </message>
    <message>
        <source>Balance: {opening} + {charged} − {waived} + {adjusted} − {received} + {refunded} = {closing}</source>
        <translation>余额：期初 {opening} + 应收 {charged} − 减免 {waived} + 调整 {adjusted} − 实收 {received} + 退款 {refunded} = 期末 {closing}</translation>
    </message>
    <message>
        <source>Brought early</source>
        <translation>先交份数</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>减免级别</translation>
    </message>
    <message>
        <source>By method</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>By time of issue ({procedure} 4.1.3.2), as known at {time}</source>
        <translation>口径：按派发时间归期（{procedure} 4.1.3.2），截至 {time}</translation>
    </message>
    <message>
        <source>C of this period</source>
        <translation>C 中本期单</translation>
    </message>
    <message>
        <source>C, copy not in hand</source>
        <translation>C 财务联未到</translation>
    </message>
    <message>
        <source>C: finance copy not in hand (not in the totals)</source>
        <translation>C&#x3000;期末财务联未到（费用不计入合计）</translation>
    </message>
    <message>
        <source>Cancelled: {count}</source>
        <translation>销单 {count} 张</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>缺漏原因</translation>
    </message>
    <message>
        <source>Chain head {chain}</source>
        <translation>流水链头 {chain}</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Charged in capitals</source>
        <translation>应收大写</translation>
    </message>
    <message>
        <source>Charged on them</source>
        <translation>所附单据应收</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Checked by (Finance):</source>
        <translation>审核（财务部）：</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>计费</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Copies in bundles</source>
        <translation>移交份数</translation>
    </message>
    <message>
        <source>Copies: bundles {bundled} + brought early {early} = A and B with paper {papers}</source>
        <translation>交接：移交 {bundled} 份 + 已先交 {early} 份 = A、B 有单据 {papers} 张</translation>
    </message>
    <message>
        <source>Copy in hand</source>
        <translation>财务联到手</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>张、份</translation>
    </message>
    <message>
        <source>DIFFERS</source>
        <translation>不平</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>日期：</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完工时间</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计应收</translation>
    </message>
    <message>
        <source>Expected on</source>
        <translation>预计完成</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Finance copies handed over</source>
        <translation>财务联移交</translation>
    </message>
    <message>
        <source>Finance period {period}: from {first} to {last} (not included)</source>
        <translation>结算期 {period}：自 {first} 起，至 {last} 止（不含）</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现时间</translation>
    </message>
    <message>
        <source>Gap cases open: {count}</source>
        <translation>缺号缺联追查未结 {count} 件</translation>
    </message>
    <message>
        <source>Gap cases still open</source>
        <translation>缺号缺联追查未结</translation>
    </message>
    <message>
        <source>Given by (Housekeeping)</source>
        <translation>移交人（管家部）</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Handed over at</source>
        <translation>移交时间</translation>
    </message>
    <message>
        <source>Invoice no.</source>
        <translation>发票号</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>派发时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Labour</source>
        <translation>人工费</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Made by (Housekeeping):</source>
        <translation>制表（管家部）：</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料费</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Missing number or copy</source>
        <translation>缺少的号、联</translation>
    </message>
    <message>
        <source>NOT CLOSED</source>
        <translation>未关账</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公区</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>一方</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>另一方</translation>
    </message>
    <message>
        <source>Owed at the beginning</source>
        <translation>期初未收</translation>
    </message>
    <message>
        <source>Owed at the end</source>
        <translation>期末未收</translation>
    </message>
    <message>
        <source>Owed in capitals</source>
        <translation>期末未收大写</translation>
    </message>
    <message>
        <source>Owed: {count} balances together = {closing}</source>
        <translation>明细：{count} 笔余额相加 = 期末未收 {closing}</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>业户名称</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Paper no.</source>
        <translation>审批单号</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>票据</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付款人</translation>
    </message>
    <message>
        <source>Payments, refunds, adjustments</source>
        <translation>收款、退款、调整</translation>
    </message>
    <message>
        <source>Posted to this statement</source>
        <translation>本表入账</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公共</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>收据号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Received: {methods} = {received}</source>
        <translation>收款：{methods} = 实收 {received}</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Repair slip</source>
        <translation>维修单</translation>
    </message>
    <message>
        <source>Room or place</source>
        <translation>房号、地点</translation>
    </message>
    <message>
        <source>Slip no.</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Slip of</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Slips and copies</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Slips issued</source>
        <translation>本期派发</translation>
    </message>
    <message>
        <source>Slips not settled at the end</source>
        <translation>期末未结清的单</translation>
    </message>
    <message>
        <source>Slips of earlier periods</source>
        <translation>以前各期的单</translation>
    </message>
    <message>
        <source>Slips of this period</source>
        <translation>本期的单</translation>
    </message>
    <message>
        <source>Slips: issued {issued} = A {a} + C of this period {c}</source>
        <translation>张数：本期派发 {issued} = A {a} + C 中本期单 {c}</translation>
    </message>
    <message>
        <source>Special reason</source>
        <translation>特殊原因</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Statement SHA-256 {hash}</source>
        <translation>汇总表校验码 SHA-256 {hash}</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Taken by (Finance)</source>
        <translation>接收人（财务部）</translation>
    </message>
    <message>
        <source>The books</source>
        <translation>账簿</translation>
    </message>
    <message>
        <source>The program&apos;s figure</source>
        <translation>程序数</translation>
    </message>
    <message>
        <source>These sheets</source>
        <translation>本簿</translation>
    </message>
    <message>
        <source>Tie-out</source>
        <translation>五项勾稽</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Times and finance copy</source>
        <translation>时间、财务联</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>业户</translation>
    </message>
    <message>
        <source>Void: {count}</source>
        <translation>作废 {count} 张</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>减免</translation>
    </message>
    <message>
        <source>Waivers</source>
        <translation>减免</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>维修内容</translation>
    </message>
    <message>
        <source>Who follows it up</source>
        <translation>追查责任人</translation>
    </message>
    <message>
        <source>Why not back</source>
        <translation>未到原因</translation>
    </message>
    <message>
        <source>Yuan</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>平</translation>
    </message>
    <message>
        <source>brought early</source>
        <translation>已先交</translation>
    </message>
    <message>
        <source>bundle {number}</source>
        <translation>第{number}批</translation>
    </message>
    <message>
        <source>closed {time}</source>
        <translation>已关账 {time}</translation>
    </message>
    <message>
        <source>credit of the owner</source>
        <translation>多收，应退业户</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>以前单</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>of which {what}</source>
        <translation>其中：{what}</translation>
    </message>
    <message>
        <source>paid, paper not seen</source>
        <translation>已收款未见单</translation>
    </message>
    <message>
        <source>proposed by {one}, confirmed by {other}</source>
        <translation>提请 {one}，确认 {other}</translation>
    </message>
    <message>
        <source>this period</source>
        <translation>本期单</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>共 {count} 行</translation>
    </message>
    <message>
        <source>± Adjusted</source>
        <translation>加减：调整</translation>
    </message>
    <message>
        <source>… : the rest stands in the program</source>
        <translation>带“…”处未印全，全文见系统</translation>
    </message>
    <message>
        <source>− Received</source>
        <translation>减：实收</translation>
    </message>
    <message>
        <source>− Waived</source>
        <translation>减：减免</translation>
    </message>
</context>
<context>
    <name>StatementExport</name>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export the statement</source>
        <translation>导出汇总表</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Statement exported</source>
        <translation>汇总表已导出</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写出 {name}</translation>
    </message>
</context>
<context>
    <name>StatementLines</name>
    <message>
        <source>C: finance copies not in hand</source>
        <translation>C 未到的财务联</translation>
    </message>
    <message>
        <source>Owed at the end</source>
        <translation>期末未收</translation>
    </message>
    <message>
        <source>brought early</source>
        <translation>已先交</translation>
    </message>
    <message>
        <source>brought early {count}</source>
        <translation>已先交 {count}</translation>
    </message>
    <message>
        <source>bundle {number}</source>
        <translation>批次 {number}</translation>
    </message>
    <message>
        <source>expected {amount}</source>
        <translation>预计 {amount}</translation>
    </message>
    <message>
        <source>nothing paid</source>
        <translation>未收</translation>
    </message>
    <message>
        <source>paid {amount}, not seen</source>
        <translation>已收 {amount}，未见单</translation>
    </message>
    <message>
        <source>paid, paper not seen</source>
        <translation>已收款未见单</translation>
    </message>
    <message>
        <source>until {when}</source>
        <translation>预计 {when}</translation>
    </message>
    <message>
        <source>{amount} settled</source>
        <translation>已结 {amount}</translation>
    </message>
</context>
<context>
    <name>StatementSide</name>
    <message numerus="yes">
        <source>%n brought early by escort</source>
        <translation>
            <numerusform>已先交 %n 联</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Bundles handed over</source>
        <translation>已移交批次</translation>
    </message>
    <message>
        <source>Identities, balances, bundles</source>
        <translation>勾稽、余额、批次</translation>
    </message>
    <message>
        <source>No bundle was handed over yet.</source>
        <translation>尚未移交任何批次。</translation>
    </message>
    <message>
        <source>Slips behind the figure</source>
        <translation>数字对应的维修单</translation>
    </message>
    <message>
        <source>What is owed at the end</source>
        <translation>期末未收明细</translation>
    </message>
</context>
<context>
    <name>StatementTab</name>
    <message>
        <source>As closed on {when}. SHA-256 {hash}</source>
        <translation>关账于 {when}。SHA-256 {hash}</translation>
    </message>
    <message>
        <source>As it would close now, {when}.</source>
        <translation>按 {when} 现在关账计。</translation>
    </message>
    <message>
        <source>Figures of the statement</source>
        <translation>汇总数字</translation>
    </message>
    <message>
        <source>Finance copies that are not in hand</source>
        <translation>未到的财务联</translation>
    </message>
    <message>
        <source>copy not in hand at the end</source>
        <translation>到期末财务联未到</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>未计入</translation>
    </message>
    <message>
        <source>of earlier periods, copy came later</source>
        <translation>以前各期，关账后才到</translation>
    </message>
    <message>
        <source>of this period, copy in hand</source>
        <translation>本期派发，财务联已到</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>(not named)</source>
        <translation>（未写明）</translation>
    </message>
    <message>
        <source>100.00 % less the completion rate.</source>
        <translation>100.00 % 减完成率。</translation>
    </message>
    <message>
        <source>According to {procedure} 4.1.4.3</source>
        <translation>依据 {procedure} 4.1.4.3</translation>
    </message>
    <message>
        <source>Basis: time of issue, unless the rule of a figure names another. Cut-off: {time}, that second included.</source>
        <translation>统计口径：按派发（接报）时间，指标口径另有说明的从其说明；截止时刻 {time}（含该秒）。</translation>
    </message>
    <message>
        <source>Both classes together.</source>
        <translation>以上两类合计。</translation>
    </message>
    <message>
        <source>By {what}</source>
        <translation>按{what}</translation>
    </message>
    <message>
        <source>Callbacks tried</source>
        <translation>回访次数</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>结转</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>Complaints are not kept in this program yet.</source>
        <translation>本程序尚未建立投诉台账。</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Completed of effective.</source>
        <translation>完成数 ÷ 有效数。</translation>
    </message>
    <message>
        <source>Completed slips, from the issue to the end of the work, disputes left out; average and median.</source>
        <translation>完成的维修单从派发到完工的分钟数，争议停表时间不计；平均数与中位数。</translation>
    </message>
    <message>
        <source>Completion rate</source>
        <translation>完成率</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Cut-off: {time}</source>
        <translation>截止时刻 {time}</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Deputy manager:</source>
        <translation>副经理：</translation>
    </message>
    <message>
        <source>Director:</source>
        <translation>物业总监：</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Effective less completed; each by the reason of its latest feedback by the cut-off.</source>
        <translation>有效数减完成数；原因取截止时刻前最近一次反馈，没有的为未反馈。</translation>
    </message>
    <message>
        <source>Effective public slips whose first inspection passed, of those inspected.</source>
        <translation>有效公共区域单中首次验收合格的 ÷ 已验收的。</translation>
    </message>
    <message>
        <source>Effective routine slips done by the end of day {days} after the issue (disputes do not count), of those done or with the limit passed. Other work has no limit.</source>
        <translation>有效日常单在派发后第 {days} 天结束前完工的（争议停表不计）÷ 已完工或已超时限的。其他类型不设时限。</translation>
    </message>
    <message>
        <source>Effective slips done within their limit (urgent {finish} minutes, routine by the end of day {days} after the issue; disputes do not count), of those done or with the limit passed. Planned work has no limit.</source>
        <translation>有效单在时限内完工的（紧急 {finish} 分钟；日常为派发后第 {days} 天结束前；争议停表不计）÷ 已完工或已超时限的。计划性维修不设时限。</translation>
    </message>
    <message>
        <source>Effective slips that were back with the work completed by the cut-off; those that failed their inspection or were reopened are out again and do not count.</source>
        <translation>有效单中截止时刻前已返单且维修结果为完成的；验收不合格或重开的即重新在外，不计。</translation>
    </message>
    <message>
        <source>Effective slips whose latest answered callback says satisfied or fairly satisfied, of those that say anything.</source>
        <translation>有效单最近一次接通的回访为满意或基本满意的 ÷ 有满意度的。</translation>
    </message>
    <message>
        <source>Effective slips without an appointment, from the start of the arrival to the arrival; average and median.</source>
        <translation>有效且无预约的维修单，从到场起算时刻到到场的分钟数；平均数与中位数。</translation>
    </message>
    <message>
        <source>Effective unit slips: there within {onsite} minutes of the dispatch, with an appointment by the appointment; of those that arrived or whose limit had passed. Seconds are cut off.</source>
        <translation>有效业户单：派工后 {onsite} 分钟内到场，有预约的按预约时间；÷ 已到场或时限已过的。秒数舍去。</translation>
    </message>
    <message>
        <source>Effective unit slips: there within {onsite} minutes of the issue, with an appointment by the appointment; of those that arrived or whose limit had passed. Seconds are cut off.</source>
        <translation>有效业户单：派发后 {onsite} 分钟内到场，有预约的按预约时间；÷ 已到场或时限已过的。秒数舍去。</translation>
    </message>
    <message>
        <source>Effective unit slips: there within {onsite} minutes of the supervisor&apos;s receipt (else of the dispatch), with an appointment by the appointment; of those that arrived or whose limit had passed. Seconds are cut off.</source>
        <translation>有效业户单：主管接单（否则派工）后 {onsite} 分钟内到场，有预约的按预约时间；÷ 已到场或时限已过的。秒数舍去。</translation>
    </message>
    <message>
        <source>Effective urgent slips dispatched within {urgent} minutes of the issue, of all effective urgent slips.</source>
        <translation>有效紧急单在派发后 {urgent} 分钟内派工的 ÷ 全部有效紧急单。</translation>
    </message>
    <message>
        <source>Effective urgent slips done within {finish} minutes (disputes do not count), of those done or with the limit passed. Other work has no limit.</source>
        <translation>有效紧急单在 {finish} 分钟内完工的（争议停表不计）÷ 已完工或已超时限的。其他类型不设时限。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Finance period {period} (21st to 20th): issued {issued}, effective {effective}, completed {completed}, {rate}</source>
        <translation>对照：结算期 {period}（21日至20日）发放 {issued}，有效 {effective}，完成 {completed}，完成率 {rate}</translation>
    </message>
    <message>
        <source>Flow: {carried_in} + {issued} − {completed} − {ended} + {others} = {carried_out} (opened again and others: {others})</source>
        <translation>结转：期初 {carried_in} + 发放 {issued} − 完成 {completed} − 作废销单 {ended} + 其他 {others} = 期末 {carried_out}（其他：完成后又打开等 {others}）</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>From {first} to {last} (not included)</source>
        <translation>统计期间：{first} 至 {last}（不含）</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>时效</translation>
    </message>
    <message>
        <source>Issue and completion</source>
        <translation>发放与完成</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Issued less void less cancelled.</source>
        <translation>发放数减作废数减销单数。</translation>
    </message>
    <message>
        <source>Made by (front desk):</source>
        <translation>制表（前台）：</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>分子 / 分母</translation>
    </message>
    <message>
        <source>Manager:</source>
        <translation>部门经理：</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Minutes to finish</source>
        <translation>完工时长（分钟）</translation>
    </message>
    <message>
        <source>Missing numbers, copies and forms found in the span.</source>
        <translation>本期内发现的缺号、缺联、缺本。</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Nothing is unfinished.</source>
        <translation>没有未完成的维修单。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Of those, the ones that were cancelled by the cut-off.</source>
        <translation>其中截止时刻前已销单的。</translation>
    </message>
    <message>
        <source>Of those, the ones that were void by the cut-off.</source>
        <translation>其中截止时刻前已作废的。</translation>
    </message>
    <message>
        <source>On site in time</source>
        <translation>到场及时率</translation>
    </message>
    <message>
        <source>Open longest</source>
        <translation>在外最久</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Papers taken back</source>
        <translation>收回返单</translation>
    </message>
    <message>
        <source>People of the desk</source>
        <translation>前台人员</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划性</translation>
    </message>
    <message>
        <source>Public areas</source>
        <translation>公共区域</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Received less refunded, of charged less waived with adjustments: what the statement of the period posts, else what fell into the span. Money for earlier slips counts, so it may be over 100 %.</source>
        <translation>（实收 − 退款）÷（应收 − 减免 ± 调整）：结算期按其费用汇总表入账，其他期间按发生日。收回以前的欠费也计入，故可超过 100 %。</translation>
    </message>
    <message>
        <source>Return checks of the span&apos;s days: back by {return_by}, of all that were back at the check. All days added up, then divided.</source>
        <translation>本期各日返单核对：{return_by} 前返单的 ÷ 核对时已返单的；各日相加后再除。</translation>
    </message>
    <message>
        <source>Return checks of the span&apos;s days: explained by {feedback_by}, of all that were out at the check. All days added up, then divided.</source>
        <translation>本期各日返单核对：{feedback_by} 前已反馈的 ÷ 核对时未返单的；各日相加后再除。</translation>
    </message>
    <message>
        <source>Rework rate</source>
        <translation>返修率</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>日常</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意率</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>单数</translation>
    </message>
    <message>
        <source>Slips issued before the span that were open at its first second.</source>
        <translation>本期开始时在外的以前派发的维修单。</translation>
    </message>
    <message>
        <source>Slips issued in the span, by their time of issue.</source>
        <translation>本期内派发的维修单，按派发时间。</translation>
    </message>
    <message>
        <source>Slips of units whose completed return fell into the span and about whom somebody was reached by the cut-off, of all of them; needed {unit} %.</source>
        <translation>完成返单落在本期的业户单中截止时刻前已接通回访的 ÷ 全部；应达 {unit} %。</translation>
    </message>
    <message>
        <source>Slips of units, and public ones that an owner reported, whose completed return fell into the span and about whom somebody was reached by the cut-off, of all of them; needed {unit} %.</source>
        <translation>完成返单落在本期的业户单及业户报修的公共区域单（须验收合格）中截止时刻前已接通回访的 ÷ 全部；应达 {unit} %。</translation>
    </message>
    <message>
        <source>Slips open at the end of the span or at the cut-off, whichever is earlier.</source>
        <translation>期末（或截止时刻，取早者）仍在外的维修单。</translation>
    </message>
    <message>
        <source>Slips that came back completed and were reopened or followed by a rework slip within {warranty} days, of those that came back completed.</source>
        <translation>完成返单后 {warranty} 天内重开或另开返修单的 ÷ 完成返单的。</translation>
    </message>
    <message>
        <source>Slips that were void or cancelled in the span, whenever they were issued.</source>
        <translation>本期内作废或销单的维修单，不论何时派发。</translation>
    </message>
    <message>
        <source>Slips whose completed return fell into the span and that are not out again at the cut-off, whenever they were issued.</source>
        <translation>完成返单落在本期且截止时刻没有重新在外的维修单，不论何时派发。</translation>
    </message>
    <message>
        <source>Span before</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>Span before: {first} to {last}, cut-off {time}. Rates change by percentage points.</source>
        <translation>上期：{first} 至 {last}，截止时刻 {time}。率的增减为百分点。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Technicians</source>
        <translation>维修人员</translation>
    </message>
    <message>
        <source>The centre has set no limit for the end of the work.</source>
        <translation>本项目未设完工时限。</translation>
    </message>
    <message>
        <source>The same of public slips that passed their inspection; needed {public} %.</source>
        <translation>同上，验收合格的公共区域单；应达 {public} %。</translation>
    </message>
    <message>
        <source>The same of public slips that passed their inspection; needed: what is missing to {public} % of both classes together.</source>
        <translation>同上，验收合格的公共区域单；应达：两类合计 {public} % 的差额。</translation>
    </message>
    <message>
        <source>This span</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>To: {names}</source>
        <translation>报送：{names}</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Together, %</source>
        <translation>累计 %</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>业户单元</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>计入内容</translation>
    </message>
    <message>
        <source>What the figures count</source>
        <translation>指标口径</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>维修内容</translation>
    </message>
    <message>
        <source>What was owed on all slips at the end of the span; of a finance period the balance of its statement.</source>
        <translation>期末全部维修单的未收余额；结算期为其费用汇总表的期末未收。</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>在谁手上</translation>
    </message>
    <message>
        <source>Why unfinished</source>
        <translation>未完成原因</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>宗</translation>
    </message>
    <message>
        <source>minutes, average</source>
        <translation>分钟（平均）</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未建账</translation>
    </message>
    <message>
        <source>since then {state}</source>
        <translation>期后{state}</translation>
    </message>
    <message>
        <source>slips</source>
        <translation>单</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>{count} others</source>
        <translation>其余 {count} 种</translation>
    </message>
    <message>
        <source>{mean} (median {median})</source>
        <translation>{mean}（中位 {median}）</translation>
    </message>
    <message>
        <source>{parts}, {missing} to go</source>
        <translation>{parts}，还需 {missing}</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>第 {number} 步，共 {count} 步：{name}</translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>Callbacks</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Duty and days</source>
        <translation>值班与日子</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Further time limits</source>
        <translation>其他时限</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Return of paper</source>
        <translation>返单与统计</translation>
    </message>
    <message>
        <source>Slips and copies</source>
        <translation>单据与联次</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Taking calls</source>
        <translation>接报</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>时限</translation>
    </message>
</context>
<context>
    <name>SuspendDialog</name>
    <message>
        <source>Leave {number} unfinished</source>
        <translation>{number} 未完成</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>This is also the feedback for today&apos;s return check.</source>
        <translation>同时作为今天返单核对的反馈。</translation>
    </message>
</context>
<context>
    <name>TakingsPane</name>
    <message>
        <source>Money of the day</source>
        <translation>当日收退款</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Net {sum}</source>
        <translation>净收 {sum}</translation>
    </message>
    <message>
        <source>No cash for the bank.</source>
        <translation>无现金需要送存银行。</translation>
    </message>
    <message>
        <source>No money came in or went out on this day.</source>
        <translation>当日没有收退款。</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Takings of {day}</source>
        <translation>{day} 收款</translation>
    </message>
    <message>
        <source>answers a wrong entry</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>paid back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>was answered</source>
        <translation>已冲正</translation>
    </message>
    <message>
        <source>written later</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>{sum} in cash goes to the bank on the same day.</source>
        <translation>现金 {sum}，当日送存银行。</translation>
    </message>
    <message>
        <source>{sum} more cash was paid out than taken.</source>
        <translation>现金支出多于收入 {sum}。</translation>
    </message>
</context>
<context>
    <name>TakingsSheet</name>
    <message>
        <source>{centre}&#x3000;{day}&#x3000;as at {time}</source>
        <translation>{centre}&#x3000;{day}&#x3000;制表时间 {time}</translation>
    </message>
</context>
<context>
    <name>TariffColumn</name>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Labour</source>
        <translation>人工费</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
</context>
<context>
    <name>TariffDialog</name>
    <message>
        <source>A later day in “Valid from” is a new price from then on; with the same day only words change.</source>
        <translation>“生效日期”改成更晚的一天，就是从那天起的新价；日期不变只改文字。</translation>
    </message>
    <message>
        <source>A sample, no price of ours</source>
        <translation>示例，不是本中心的价格</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>New item of the tariff</source>
        <translation>新增收费项目</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{code} {name}</source>
        <translation>{code} {name}</translation>
    </message>
</context>
<context>
    <name>TariffSheet</name>
    <message>
        <source>{centre}&#x3000;{count} prices</source>
        <translation>{centre}&#x3000;共 {count} 条价格</translation>
    </message>
</context>
<context>
    <name>TariffTools</name>
    <message numerus="yes">
        <source>%n price(s) exported</source>
        <translation>
            <numerusform>已导出 %n 条价格</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export the tariff</source>
        <translation>导出收费标准</translation>
    </message>
    <message>
        <source>In use again</source>
        <translation>已恢复使用</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>收费标准表</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Tariff</source>
        <translation>收费标准</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Writing the tariff</source>
        <translation>正在写收费标准</translation>
    </message>
</context>
<context>
    <name>TodayList</name>
    <message numerus="yes">
        <source>%n more sent back</source>
        <translation>
            <numerusform>另有 %n 单退回补正</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) issued today</source>
        <translation>
            <numerusform>今天已派发 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>No slip has been issued today.</source>
        <translation>今天还没有派发。</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>全部打开</translation>
    </message>
    <message>
        <source>Slips issued today</source>
        <translation>今天派发的单</translation>
    </message>
</context>
<context>
    <name>TotalsBar</name>
    <message numerus="yes">
        <source>%Ln slip(s)</source>
        <translation>
            <numerusform>%Ln 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreed, not charged yet</source>
        <translation>已确认未入账</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Labour</source>
        <translation>人工费</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料费</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>未收</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>减免</translation>
    </message>
    <message>
        <source>{valid} valid, {void} void, {cancelled} cancelled</source>
        <translation>有效 {valid}，作废 {void}，销单 {cancelled}</translation>
    </message>
</context>
<context>
    <name>TradeDialog</name>
    <message>
        <source>In use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>New trade</source>
        <translation>新工种</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Suggested by</source>
        <translation>联想词</translation>
    </message>
</context>
<context>
    <name>TrendWords</name>
    <message>
        <source>Completion</source>
        <translation>完成率</translation>
    </message>
    <message>
        <source>Effective; hatched: unfinished</source>
        <translation>有效，斜线未完成</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>单</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>{day}: effective {effective}, completed {completed}, {rate}</source>
        <translation>{day}：有效 {effective}，完成 {completed}，{rate}</translation>
    </message>
    <message>
        <source>{name} {effective}, unfinished {unfinished}, {rate}</source>
        <translation>{name} {effective}，未完成 {unfinished}，{rate}</translation>
    </message>
</context>
<context>
    <name>TroubleBox</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>先不管</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>没有办成</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>UnitChoice</name>
    <message>
        <source>Which unit is meant?</source>
        <translation>是哪一户？</translation>
    </message>
</context>
<context>
    <name>UnitDialog</name>
    <message>
        <source>In use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>New unit</source>
        <translation>新单元</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Offered at intake</source>
        <translation>接报时可选</translation>
    </message>
    <message>
        <source>One owner a line: name, then telephone. Shift+Enter: next line</source>
        <translation>一行一位：姓名、电话。Shift+Enter 换行</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>业户</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Unit {label}</source>
        <translation>单元 {label}</translation>
    </message>
    <message>
        <source>Warranty until</source>
        <translation>保修到</translation>
    </message>
</context>
<context>
    <name>UnsaidRow</name>
    <message>
        <source>As made</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>The same for every row</source>
        <translation>每行相同</translation>
    </message>
    <message>
        <source>{name} for every row</source>
        <translation>每行的{name}</translation>
    </message>
</context>
<context>
    <name>UpgradeWindow</name>
    <message>
        <source>A copy is made first, so that nothing is lost.</source>
        <translation>先留一份备份，数据不会丢。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Silian</source>
        <translation>四联</translation>
    </message>
    <message>
        <source>Silian: the database is upgraded</source>
        <translation>四联：正在升级数据库</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping; the database stays as it was.</source>
        <translation>正在停止，数据库保持原样。</translation>
    </message>
    <message>
        <source>The data of an earlier version get their new form</source>
        <translation>正在把旧版数据升级到新版</translation>
    </message>
    <message>
        <source>The database could not be upgraded; it is as it was</source>
        <translation>数据库没有升级成，仍是原样</translation>
    </message>
    <message>
        <source>The program has a fault.</source>
        <translation>程序出错。</translation>
    </message>
    <message>
        <source>The slips are indexed, so that search works.</source>
        <translation>正在给工程维修单建立检索，好让搜索找得到。</translation>
    </message>
    <message>
        <source>The tables get their new form.</source>
        <translation>正在更新数据表。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>UrgencyManyDialog</name>
    <message>
        <source>Old and new are both kept. A printed slip asks for a reprint.</source>
        <translation>改前改后都留着；已打印的单会提示补打。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message numerus="yes">
        <source>Urgency of %Ln slip(s)</source>
        <translation>
            <numerusform>改 %Ln 张单的紧急程度</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>ViewStrip</name>
    <message>
        <source>Keep the change</source>
        <translation>保存改动</translation>
    </message>
    <message>
        <source>Keep the list as it is now in this view</source>
        <translation>把现在的样子存进这个视图</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Throw the view away</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>{view} (changed)</source>
        <translation>{view}（已改）</translation>
    </message>
</context>
<context>
    <name>VoidDialog</name>
    <message>
        <source>Collected</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>不作废</translation>
    </message>
    <message>
        <source>The number stays in the register, struck through, and is never used again. Printed copies are collected; a copy that is not ticked counts as lost and is searched for.</source>
        <translation>单号留在登记表并划线，不再使用。已打印的联要收回；没有勾选的联按遗失追查。</translation>
    </message>
    <message>
        <source>Void the slip</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Void {number}?</source>
        <translation>作废 {number}？</translation>
    </message>
</context>
<context>
    <name>WaiverLevel</name>
    <message>
        <source>Company leader</source>
        <translation>公司领导</translation>
    </message>
    <message>
        <source>Property director</source>
        <translation>物业总监</translation>
    </message>
</context>
<context>
    <name>WaiverLines</name>
    <message>
        <source>Decided in this period</source>
        <translation>本期已处理</translation>
    </message>
    <message>
        <source>Slips to ask for</source>
        <translation>可申请的维修单</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>待批</translation>
    </message>
    <message>
        <source>{sum} left</source>
        <translation>剩 {sum}</translation>
    </message>
</context>
<context>
    <name>WaiverListPane</name>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>待批 %n 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>No slip that is charged is meant by this.</source>
        <translation>没有符合的收费维修单。</translation>
    </message>
    <message>
        <source>No waiver waits, and none was decided in this period.</source>
        <translation>没有待批的减免，本期也没有已处理的减免。</translation>
    </message>
    <message>
        <source>Slip to be waived: number, room, name</source>
        <translation>要减免的单：单号、房号、姓名</translation>
    </message>
    <message>
        <source>Waivers</source>
        <translation>减免</translation>
    </message>
    <message>
        <source>{sum} waived in {period}</source>
        <translation>{period} 期已减免 {sum}</translation>
    </message>
</context>
<context>
    <name>WaiverSheet</name>
    <message>
        <source>{centre}&#x3000;period {period}&#x3000;as at {time}&#x3000;{count} approved</source>
        <translation>{centre}&#x3000;期间 {period}&#x3000;截至 {time}&#x3000;批准 {count} 笔</translation>
    </message>
</context>
<context>
    <name>WaiverStatus</name>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>待批</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>WaiverTab</name>
    <message>
        <source>Choose a request at the left, or look for the slip of a new one.</source>
        <translation>请在左侧选择一笔申请，或查找要申请减免的维修单。</translation>
    </message>
    <message>
        <source>Choose a request at the left.</source>
        <translation>请在左侧选择一笔申请。</translation>
    </message>
    <message>
        <source>List of waivers</source>
        <translation>减免明细</translation>
    </message>
    <message>
        <source>Nothing waits. Look for the slip whose fee is to be waived.</source>
        <translation>没有待批的申请。请查找要申请减免的维修单。</translation>
    </message>
    <message>
        <source>Waiver form</source>
        <translation>签免审批单</translation>
    </message>
    <message>
        <source>What was typed is not saved</source>
        <translation>已填内容未能保存</translation>
    </message>
</context>
<context>
    <name>Waivers</name>
    <message>
        <source>It comes to {total} yuan; the limit is {limit} yuan.</source>
        <translation>金额 {total} 元；满 {limit} 元须由公司领导签批。</translation>
    </message>
    <message>
        <source>Looks split up: with {numbers} the waivers of this unit come to {total} yuan within {days} days.</source>
        <translation>疑似拆单：连同 {numbers}，该单元 {days} 天内的减免合计 {total} 元。</translation>
    </message>
    <message>
        <source>The fee is what counts: {total} yuan, the limit is {limit} yuan.</source>
        <translation>按费用计：本单费用 {total} 元；满 {limit} 元须由公司领导签批。</translation>
    </message>
    <message>
        <source>With {earlier} yuan asked for before it comes to {total} yuan; the limit is {limit} yuan.</source>
        <translation>连同此前的 {earlier} 元，累计 {total} 元；满 {limit} 元须由公司领导签批。</translation>
    </message>
    <message>
        <source>no price is named yet</source>
        <translation>尚无价格</translation>
    </message>
    <message>
        <source>paid back {sum}</source>
        <translation>已退 {sum}</translation>
    </message>
    <message>
        <source>paid {sum}</source>
        <translation>已收 {sum}</translation>
    </message>
    <message>
        <source>price {sum}</source>
        <translation>应收 {sum}</translation>
    </message>
    <message>
        <source>to decide {sum}</source>
        <translation>待批 {sum}</translation>
    </message>
    <message>
        <source>waived {sum}</source>
        <translation>已减免 {sum}</translation>
    </message>
    <message>
        <source>{level} signs</source>
        <translation>须由{level}签批</translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Failed, for the manager to see</source>
        <translation>不合格，待经理阅</translation>
    </message>
    <message>
        <source>Inspected today</source>
        <translation>今日已验收</translation>
    </message>
    <message>
        <source>corrected since</source>
        <translation>已改判</translation>
    </message>
    <message>
        <source>failed {times}×</source>
        <translation>{times} 次不合格</translation>
    </message>
    <message>
        <source>paper late</source>
        <translation>返单迟</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>{count} older ones are not listed</source>
        <translation>另有较早的 {count} 项未列</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>The price of {number} is disputed; settle that before it comes back.</source>
        <translation>{number} 报价有争议，先协商再返单。</translation>
    </message>
    <message>
        <source>{number} came back already, {time}, taken by {name}.</source>
        <translation>{number} 已在 {time} 返单，{name} 收。</translation>
    </message>
    <message>
        <source>{number} is void ({reason}): keep the paper with the void ones.</source>
        <translation>{number} 已作废（{reason}），纸单归入作废单。</translation>
    </message>
    <message>
        <source>{number} is “{state}” and cannot be taken back now.</source>
        <translation>{number} 现在是“{state}”，不能返单。</translation>
    </message>
    <message>
        <source>{number} is “{state}”: it was never dispatched, no paper is out.</source>
        <translation>{number} 还是“{state}”，没有派工，外面没有这张纸单。</translation>
    </message>
    <message>
        <source>{number} was cancelled ({reason}).</source>
        <translation>{number} 已销单（{reason}）。</translation>
    </message>
</context>
<context>
    <name>YearEnd</name>
    <message>
        <source>Charged in period {period} ({first} to {last}), work done before {cut}</source>
        <translation>结算期 {period}（{first} 至 {last}）入账，完工早于 {cut}</translation>
    </message>
    <message>
        <source>Charged, done by 31 December</source>
        <translation>已入账，12 月 31 日前完工</translation>
    </message>
    <message>
        <source>Done by 31 December, finance copy not in hand (not in the total)</source>
        <translation>12 月 31 日前完工，财务联未到（不计入合计）</translation>
    </message>
    <message>
        <source>Done in {year}, in capitals: {capitals}</source>
        <translation>{year} 年完工应收大写：{capitals}</translation>
    </message>
    <message>
        <source>Statement {period} charges {whole} = done in {year} {total} + done later {after}</source>
        <translation>汇总表 {period} 应收 {whole} = {year} 年完工 {total} + 次年完工 {after}</translation>
    </message>
    <message>
        <source>as known at {time}</source>
        <translation>截至 {time}</translation>
    </message>
</context>
<context>
    <name>YearEndExport</name>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export the list of the year&apos;s end</source>
        <translation>导出年末截止清单</translation>
    </message>
    <message>
        <source>List of the year&apos;s end exported</source>
        <translation>年末截止清单已导出</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写出 {name}</translation>
    </message>
</context>
<context>
    <name>YesNo</name>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>_CopyLine</name>
    <message>
        <source>Colour of copy {number}</source>
        <translation>第 {number} 联的颜色</translation>
    </message>
    <message>
        <source>What copy {number} is for</source>
        <translation>第 {number} 联的用途</translation>
    </message>
    <message>
        <source>Who holds copy {number}</source>
        <translation>第 {number} 联的持有人</translation>
    </message>
</context>
<context>
    <name>_HitPainter</name>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>New call</source>
        <translation>接报</translation>
    </message>
</context>
<context>
    <name>_JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>第 {done}，共 {total}</translation>
    </message>
    <message>
        <source>{told}, about {seconds} s left</source>
        <translation>{told}，约剩 {seconds} 秒</translation>
    </message>
</context>
<context>
    <name>_Section</name>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Sheet</name>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>_WhyNotDialog</name>
    <message>
        <source>Say when it will be done.</source>
        <translation>请填预计完成时间。</translation>
    </message>
</context>
</TS>
