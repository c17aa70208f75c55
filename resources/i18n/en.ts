<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Answer</name>
    <message numerus="yes">
        <source>Pass %n together</source>
        <translation>
            <numerusform>Pass %n together</numerusform>
            <numerusform>Pass %n together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignManyDialog</name>
    <message numerus="yes">
        <source>Assign %Ln slip(s)</source>
        <translation>
            <numerusform>Assign %Ln slip</numerusform>
            <numerusform>Assign %Ln slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignPopup</name>
    <message numerus="yes">
        <source>%n today</source>
        <translation>
            <numerusform>%n today</numerusform>
            <numerusform>%n today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attempts</name>
    <message numerus="yes">
        <source>%n earlier call(s)</source>
        <translation>
            <numerusform>%n earlier call</numerusform>
            <numerusform>%n earlier calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BehindPane</name>
    <message numerus="yes">
        <source>%Ln slip(s)</source>
        <translation>
            <numerusform>%Ln slip</numerusform>
            <numerusform>%Ln slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkPreview</name>
    <message numerus="yes">
        <source>%Ln slip(s) will be changed</source>
        <translation>
            <numerusform>%Ln slip will be changed</numerusform>
            <numerusform>%Ln slips will be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay(s) as they are</source>
        <translation>
            <numerusform>%Ln stays as it is</numerusform>
            <numerusform>%Ln stay as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleLines</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallbackFaces</name>
    <message numerus="yes">
        <source>{said}, %n call(s)</source>
        <translation>
            <numerusform>{said}, %n call</numerusform>
            <numerusform>{said}, %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallbackList</name>
    <message numerus="yes">
        <source>%n callback(s) to go</source>
        <translation>
            <numerusform>%n callback to go</numerusform>
            <numerusform>%n callbacks to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be reached</source>
        <translation>
            <numerusform>%n could not be reached</numerusform>
            <numerusform>%n could not be reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation>
            <numerusform>%n due today</numerusform>
            <numerusform>%n due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more follow</source>
        <translation>
            <numerusform>%n more follows</numerusform>
            <numerusform>%n more follow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still due from the period before</source>
        <translation>
            <numerusform>%n still due from the period before</numerusform>
            <numerusform>%n still due from the period before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CancelManyDialog</name>
    <message numerus="yes">
        <source>Cancel %Ln slip(s)?</source>
        <translation>
            <numerusform>Cancel %Ln slip?</numerusform>
            <numerusform>Cancel %Ln slips?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n cell(s) to mend</source>
        <translation>
            <numerusform>%n cell to mend</numerusform>
            <numerusform>%n cells to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them hidden in the sheet.</source>
        <translation>
            <numerusform>%n of them is hidden in the sheet.</numerusform>
            <numerusform>%n of them are hidden in the sheet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read</source>
        <translation>
            <numerusform>%n row read</numerusform>
            <numerusform>%n rows read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %n row(s) with errors</source>
        <translation>
            <numerusform>Leave out the %n row with errors</numerusform>
            <numerusform>Leave out the %n rows with errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseManyDialog</name>
    <message numerus="yes">
        <source>File %Ln slip(s) for good</source>
        <translation>
            <numerusform>File %Ln slip for good</numerusform>
            <numerusform>File %Ln slips for good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n slip</numerusform>
            <numerusform>%n slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to dispatch</source>
        <translation>
            <numerusform>%n to dispatch</numerusform>
            <numerusform>%n to dispatch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n slip</numerusform>
            <numerusform>%n slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s), not in the sums</source>
        <translation>
            <numerusform>%n slip, not in the sums</numerusform>
            <numerusform>%n slips, not in the sums</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message numerus="yes">
        <source>{number} and %n more not printed</source>
        <translation>
            <numerusform>{number} and %n more not printed</numerusform>
            <numerusform>{number} and %n more not printed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayPane</name>
    <message numerus="yes">
        <source>%n day(s) without a return check: {days}</source>
        <translation>
            <numerusform>%n day without a return check: {days}</numerusform>
            <numerusform>%n days without a return check: {days}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <translation>
            <numerusform>of %n</numerusform>
            <numerusform>of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DispatchColumn</name>
    <message numerus="yes">
        <source>%n more below</source>
        <translation>
            <numerusform>%n more below</numerusform>
            <numerusform>%n more below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisputeWatch</name>
    <message numerus="yes">
        <source>%n disputed price(s)</source>
        <translation>
            <numerusform>%n disputed price</numerusform>
            <numerusform>%n disputed prices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message numerus="yes">
        <source>%n added.</source>
        <translation>
            <numerusform>%n added.</numerusform>
            <numerusform>%n added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed.</source>
        <translation>
            <numerusform>%n changed.</numerusform>
            <numerusform>%n changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s) in the numbers noted.</source>
        <translation>
            <numerusform>%n gap in the numbers noted.</numerusform>
            <numerusform>%n gaps in the numbers noted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already.</source>
        <translation>
            <numerusform>%n known already.</numerusform>
            <numerusform>%n known already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) imported</source>
        <translation>
            <numerusform>%n person imported</numerusform>
            <numerusform>%n people imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) imported</source>
        <translation>
            <numerusform>%n price imported</numerusform>
            <numerusform>%n prices imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors left out.</source>
        <translation>
            <numerusform>%n row with errors left out.</numerusform>
            <numerusform>%n rows with errors left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) imported</source>
        <translation>
            <numerusform>%n slip imported</numerusform>
            <numerusform>%n slips imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) added to the directory.</source>
        <translation>
            <numerusform>%n unit added to the directory.</numerusform>
            <numerusform>%n units added to the directory.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) imported</source>
        <translation>
            <numerusform>%n unit imported</numerusform>
            <numerusform>%n units imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EscalateManyDialog</name>
    <message numerus="yes">
        <source>Escalate %Ln slip(s)</source>
        <translation>
            <numerusform>Escalate %Ln slip</numerusform>
            <numerusform>Escalate %Ln slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureWatch</name>
    <message numerus="yes">
        <source>%n failed inspection</source>
        <translation>
            <numerusform>%n failure of inspection to see</numerusform>
            <numerusform>%n failures of inspection to see</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedBackManyDialog</name>
    <message numerus="yes">
        <source>Feedback for %Ln slip(s)</source>
        <translation>
            <numerusform>Feedback for %Ln slip</numerusform>
            <numerusform>Feedback for %Ln slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message numerus="yes">
        <source>%n heading(s)</source>
        <translation>
            <numerusform>%n heading</numerusform>
            <numerusform>%n headings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpPage</name>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n slip</numerusform>
            <numerusform>%n slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapLook</name>
    <message numerus="yes">
        <source>%n new case(s)</source>
        <translation>
            <numerusform>%n new case</numerusform>
            <numerusform>%n new cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapPage</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message numerus="yes">
        <source>%n line(s) to tell</source>
        <translation>
            <numerusform>%n line to tell</numerusform>
            <numerusform>%n lines to tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Return check of {day}: %n slip(s) still missing</source>
        <translation>
            <numerusform>Return check of {day}: %n slip still missing</numerusform>
            <numerusform>Return check of {day}: %n slips still missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverReminder</name>
    <message numerus="yes">
        <source>%n finance copies of {period} are handed over on {day}.</source>
        <translation>
            <numerusform>%n finance copy of {period} is handed over on {day}.</numerusform>
            <numerusform>%n finance copies of {period} are handed over on {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finance copies of {period} are to be handed over today.</source>
        <translation>
            <numerusform>%n finance copy of {period} is to be handed over today.</numerusform>
            <numerusform>%n finance copies of {period} are to be handed over today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finance copies of {period} should be at Finance since {day}.</source>
        <translation>
            <numerusform>%n finance copy of {period} should be at Finance since {day}.</numerusform>
            <numerusform>%n finance copies of {period} should be at Finance since {day}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverTab</name>
    <message numerus="yes">
        <source>Bundle {number} handed over, %n copies</source>
        <translation>
            <numerusform>Bundle {number} handed over, %n copy</numerusform>
            <numerusform>Bundle {number} handed over, %n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverWatch</name>
    <message numerus="yes">
        <source>%n copies of {period} are to go to Finance.</source>
        <translation>
            <numerusform>%n copy of {period} is to go to Finance.</numerusform>
            <numerusform>%n copies of {period} are to go to Finance.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HolderPopup</name>
    <message numerus="yes">
        <source>%n open slip(s)</source>
        <translation>
            <numerusform>%n open slip</numerusform>
            <numerusform>%n open slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n today</source>
        <translation>
            <numerusform>%n today</numerusform>
            <numerusform>%n today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>holds %n</source>
        <translation>
            <numerusform>holds %n</numerusform>
            <numerusform>holds %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentityLine</name>
    <message numerus="yes">
        <source>%n to hand over</source>
        <translation>
            <numerusform>%n to hand over</numerusform>
            <numerusform>%n to hand over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentityList</name>
    <message numerus="yes">
        <source>%n balance(s) together = {sum}</source>
        <translation>
            <numerusform>%n balance = {sum}</numerusform>
            <numerusform>%n balances together = {sum}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of five identities differ(s)</source>
        <translation>
            <numerusform>%n of five identities differs</numerusform>
            <numerusform>%n of five identities differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectionPage</name>
    <message numerus="yes">
        <source>%n paper(s) came late</source>
        <translation>
            <numerusform>%n paper came late</numerusform>
            <numerusform>%n papers came late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for inspection</source>
        <translation>
            <numerusform>%n waits for inspection</numerusform>
            <numerusform>%n wait for inspection</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JustReturned</name>
    <message numerus="yes">
        <source>%n paper(s) back today</source>
        <translation>
            <numerusform>%n paper back today</numerusform>
            <numerusform>%n papers back today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LimitWatch</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingStep</name>
    <message numerus="yes">
        <source>%n row(s) are hidden or filtered out in the sheet; they are taken along. Take them out of the file if they are not meant.</source>
        <translation>
            <numerusform>%n row is hidden or filtered out in the sheet; it is taken along. Take it out of the file if it is not meant.</numerusform>
            <numerusform>%n rows are hidden or filtered out in the sheet; they are taken along. Take them out of the file if they are not meant.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastedLine</name>
    <message numerus="yes">
        <source>%Ln here</source>
        <translation>
            <numerusform>%Ln here</numerusform>
            <numerusform>%Ln here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the other register</source>
        <translation>
            <numerusform>%Ln in the other register</numerusform>
            <numerusform>%Ln in the other register</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found: {numbers}</source>
        <translation>
            <numerusform>%Ln not found: {numbers}</numerusform>
            <numerusform>%Ln not found: {numbers}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s) pasted</source>
        <translation>
            <numerusform>%Ln number pasted</numerusform>
            <numerusform>%Ln numbers pasted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PayablePane</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message numerus="yes">
        <source>%Ln day(s) left</source>
        <translation>
            <numerusform>%Ln day left</numerusform>
            <numerusform>%Ln days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ended %Ln day(s) ago</source>
        <translation>
            <numerusform>ended %Ln day ago</numerusform>
            <numerusform>ended %Ln days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceDebts</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacePane</name>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>%n repair</numerusform>
            <numerusform>%n repairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RawView</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterBookPage</name>
    <message numerus="yes">
        <source>%Ln cell(s) edited</source>
        <translation>
            <numerusform>%Ln cell edited</numerusform>
            <numerusform>%Ln cells edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) written</source>
        <translation>
            <numerusform>%Ln cell written</numerusform>
            <numerusform>%Ln cells written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in conflict.</source>
        <translation>
            <numerusform>%Ln in conflict.</numerusform>
            <numerusform>%Ln in conflict.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not taken</source>
        <translation>
            <numerusform>%Ln not taken</numerusform>
            <numerusform>%Ln not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stand so already.</source>
        <translation>
            <numerusform>%Ln stands so already.</numerusform>
            <numerusform>%Ln stand so already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported {at}, %Ln row(s).</source>
        <translation>
            <numerusform>Exported {at}, %Ln row.</numerusform>
            <numerusform>Exported {at}, %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln cell(s)</source>
        <translation>
            <numerusform>Write %Ln cell</numerusform>
            <numerusform>Write %Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing %Ln cell(s)</source>
        <translation>
            <numerusform>Writing %Ln cell</numerusform>
            <numerusform>Writing %Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln slip(s)</source>
        <translation>
            <numerusform>in %Ln slip</numerusform>
            <numerusform>in %Ln slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterBulk</name>
    <message numerus="yes">
        <source>%n dispatched slip(s) not printed</source>
        <translation>
            <numerusform>%n dispatched slip not printed</numerusform>
            <numerusform>%n dispatched slips not printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s), all copies</source>
        <translation>
            <numerusform>%n slip, all copies</numerusform>
            <numerusform>%n slips, all copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing %Ln slip(s)</source>
        <translation>
            <numerusform>Changing %Ln slip</numerusform>
            <numerusform>Changing %Ln slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drawing the copies of %n slip(s)</source>
        <translation>
            <numerusform>Drawing the copies of %n slip</numerusform>
            <numerusform>Drawing the copies of %n slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %Ln slip(s)</source>
        <translation>
            <numerusform>Taken back: %Ln slip</numerusform>
            <numerusform>Taken back: %Ln slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taking back %Ln slip(s)</source>
        <translation>
            <numerusform>Taking back %Ln slip</numerusform>
            <numerusform>Taking back %Ln slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{action}: %Ln slip(s)</source>
        <translation>
            <numerusform>{action}: %Ln slip</numerusform>
            <numerusform>{action}: %Ln slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{numbers} and %Ln more</source>
        <translation>
            <numerusform>{numbers} and %Ln more</numerusform>
            <numerusform>{numbers} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterExport</name>
    <message numerus="yes">
        <source>%Ln slip(s) exported</source>
        <translation>
            <numerusform>%Ln slip exported</numerusform>
            <numerusform>%Ln slips exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing {name}, %Ln slip(s)</source>
        <translation>
            <numerusform>Writing {name}, %Ln slip</numerusform>
            <numerusform>Writing {name}, %Ln slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message numerus="yes">
        <source>%Ln pasted number(s)</source>
        <translation>
            <numerusform>%Ln pasted number</numerusform>
            <numerusform>%Ln pasted numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterPrint</name>
    <message numerus="yes">
        <source>%n of these slip(s) were printed before</source>
        <translation>
            <numerusform>%n of these slips was printed before</numerusform>
            <numerusform>%n of these slips were printed before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s), all copies</source>
        <translation>
            <numerusform>%n slip, all copies</numerusform>
            <numerusform>%n slips, all copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drawing the copies of %n slip(s)</source>
        <translation>
            <numerusform>Drawing the copies of %n slip</numerusform>
            <numerusform>Drawing the copies of %n slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tick at most %n slip(s).</source>
        <translation>
            <numerusform>Tick at most %n slip.</numerusform>
            <numerusform>Tick at most %n slips.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message numerus="yes">
        <source>%n slip(s) are lost: nobody has said why.</source>
        <translation>
            <numerusform>%n slip is lost: nobody has said why.</numerusform>
            <numerusform>%n slips are lost: nobody has said why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) are not back and not explained.</source>
        <translation>
            <numerusform>%n slip is not back and not explained.</numerusform>
            <numerusform>%n slips are not back and not explained.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) need a reason until {time}.</source>
        <translation>
            <numerusform>%n slip needs a reason until {time}.</numerusform>
            <numerusform>%n slips need a reason until {time}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionCell</name>
    <message numerus="yes">
        <source>slip(s)</source>
        <translation>
            <numerusform>slip</numerusform>
            <numerusform>slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%Ln slip(s) ticked</source>
        <translation>
            <numerusform>%Ln slip ticked</numerusform>
            <numerusform>%Ln slips ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln matching slip(s) ticked</source>
        <translation>
            <numerusform>The %Ln matching slip ticked</numerusform>
            <numerusform>All %Ln matching slips ticked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignForm</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message numerus="yes">
        <source>%n earlier one(s)</source>
        <translation>
            <numerusform>%n earlier one</numerusform>
            <numerusform>%n earlier ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatementSide</name>
    <message numerus="yes">
        <source>%n brought early by escort</source>
        <translation>
            <numerusform>%n copy brought early by escort</numerusform>
            <numerusform>%n copies brought early by escort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TariffTools</name>
    <message numerus="yes">
        <source>%n price(s) exported</source>
        <translation>
            <numerusform>%n price exported</numerusform>
            <numerusform>%n prices exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayList</name>
    <message numerus="yes">
        <source>%n more sent back</source>
        <translation>
            <numerusform>%n more sent back</numerusform>
            <numerusform>%n more sent back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) issued today</source>
        <translation>
            <numerusform>%n slip issued today</numerusform>
            <numerusform>%n slips issued today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TotalsBar</name>
    <message numerus="yes">
        <source>%Ln slip(s)</source>
        <translation>
            <numerusform>%Ln slip</numerusform>
            <numerusform>%Ln slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UrgencyManyDialog</name>
    <message numerus="yes">
        <source>Urgency of %Ln slip(s)</source>
        <translation>
            <numerusform>Urgency of %Ln slip</numerusform>
            <numerusform>Urgency of %Ln slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaiverListPane</name>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_HitPainter</name>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n slip</numerusform>
            <numerusform>%n slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Section</name>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n slip</numerusform>
            <numerusform>%n slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
