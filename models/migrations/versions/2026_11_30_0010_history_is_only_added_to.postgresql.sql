REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC

REVOKE TRUNCATE ON ALL TABLES IN SCHEMA public FROM CURRENT_USER

REVOKE UPDATE, DELETE ON
    event, statement_file, carried_slip, copy_move, feedback, follow_up, inspection,
    callback, return_check, daily_review, shift_handover, form_stock, spoiled_form
FROM CURRENT_USER

REVOKE DELETE ON
    slip, slip_copy, slip_return, quote, gap_case, manager_notice, event_head,
    number_series
FROM CURRENT_USER

REVOKE UPDATE, DELETE ON
    ledger_entry, finance_copy, finance_period, handover_batch, waiver
FROM CURRENT_USER

REVOKE UPDATE ON handover_copy FROM CURRENT_USER

GRANT UPDATE (posting_period) ON ledger_entry TO CURRENT_USER

GRANT UPDATE (left_at, is_early, posting_period) ON finance_copy TO CURRENT_USER

GRANT UPDATE (closed_at, closed_by, statement, hash, closing, last_slip_id)
ON finance_period TO CURRENT_USER

GRANT UPDATE (handed_at, from_staff, to_staff, copy_count, amount, printed_at)
ON handover_batch TO CURRENT_USER

GRANT UPDATE (level, status, approver, approver_title, decided_at, decided_note,
    paper_ref, recorded_by)
ON waiver TO CURRENT_USER
