<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispatch and print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print four copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Book</name>
    <message>
        <source>A fee is charged only when 计费类别 is 有偿 or 合同, not {charge_class}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A public slip has no fee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A public slip has no money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slip cannot be its own original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slip that ended as {ending} has no fee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slip that ended as {ending} has no money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slip with this number is in the database already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A technician cannot sign for the owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An adjustment of zero says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier period was closed later than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money has at most two decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only public and office slips are inspected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {left} is left to waive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {paid} was paid until then; more cannot be refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row 1 must hold the headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is larger than {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount may not be below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount must be above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cells {range} are merged; unmerge them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data book has no sheet of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} holds definitions that no workbook needs; not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} holds more cells than can be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} is an old .xls workbook; save it as .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} is damaged or cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} is larger than {limit} MB; split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} is no .xlsx workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} is protected by a password; save it without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} unpacks to more than {limit} MB; it is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number stands in row {row} too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period cannot be closed before {start}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period is closed twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period {missing} before it is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet has no such heading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet 维修单 has no slip of this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet 维修单 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip had ended as {ending} at this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip was issued later, on {issued}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip was not open any more at this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has {length} signs; {limit} are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a sign that cannot be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text needs at least {limit} signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The year must lie between {first} and {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no heading above this cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be earlier than {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be later than {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell must be filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This heading stands in row 1 twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a formula; put its value in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an error value of the spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed, since {other} is filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no amount of money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no period; write it as 2026-11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no telephone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no time; write 2026-11-20 17:30:00 or 2026-11-20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must be text; format the cell as text and type again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This receipt was given to another payer or on another day (row {row}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This required heading is missing in row 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time is later than now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waivers of {total} in all must be approved by 公司领导.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who applies for a waiver cannot approve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this the slip&apos;s balance falls below zero: {balance}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashWindow</name>
    <message>
        <source>A fault in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved is safe. You can go on working; if this comes back, send the details to whoever looks after the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Type a day such as 2026-11-20 or 11-20.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Face</name>
    <message>
        <source>According to {procedure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the work: tried out; result and fee are right. Signing for the owner: say who you are, and your phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back at Housekeeping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the work: I have seen the price. Free work: write “free”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked by supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First print  {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Management office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Material</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a voucher for reimbursement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner accepts the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner agrees to the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid at Finance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview, not counted as a print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public area: inspected by Housekeeping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public area: no charge, not signed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repairs {phone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reprint {count}  {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result, or why unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year    Month    Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more, see the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reporter}, owner {owner}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Nobody is in the directory yet: add staff in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On duty: {post}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silian, {centre}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The holidays of {year} are missing; duty follows the plain week. Import them in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work is still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} has not ended. Closing stops it; nothing half done is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>Type a time such as 17:30 or 11-20 17:30.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>An amount has at most two decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount is not below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an amount in yuan, such as 120.00.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Type a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Dispatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonButton</name>
    <message>
        <source>Who acts: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Day of the month on which Finance gets its copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days after issue in which a routine job ends; a warning only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days back in which a finished slip may be a duplicate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days in which the same repair is done again free of charge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form of slip numbers; a change holds for future slips only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours after the return in which the owner is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours in which a complaint is answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many copies a slip has and who keeps each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How public slips without an owner are called back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes before an appointment to call when running late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes from done to returned before a public slip warns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes to be on site in a unit.</source>
        <translation>业户单元到场时限(分钟)。</translation>
    </message>
    <message>
        <source>Minutes to dispatch an urgent slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes to finish an urgent job; a warning only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of finished public slips that are called back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of finished unit slips that are called back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone of the desk, printed on the slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day by which finished slips are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day by which unfinished slips are explained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone of the site; days and periods are cut in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of procedure ML-CS-016 printed in footers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waived fen from which the company leader must approve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an unsigned slip needs when it comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What decides which register a slip stands in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to the customer&apos;s copy of public-area slips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What starts the clock of the arrival limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a period may be closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the control room takes over from the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the front desk takes over from the night.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the handover happens if its day is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When work counts as completed in statistics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the control room takes calls on weekend nights too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the limit measures the waived amount or the fee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the public share is asked of public slips or of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether urgent slips carry the boxed stamp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which days count as working days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which desk prints the four copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which month statistics speak of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which posts may take calls and answer duplicates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which slips concern an owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which slips need a telephone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who bears the cost of work in a unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who bears the cost of work in public areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who takes cash: Finance with an escort, or the technician.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroubleBox</name>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_JobRow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Mark</name>
    <message>
        <source>Silian</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>face</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner&apos;s opinion</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
