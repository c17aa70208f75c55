CREATE TRIGGER closed_ledger_entry_insert BEFORE INSERT ON ledger_entry
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.centre_id = NEW.centre_id AND closed.code >= NEW.posting_period
    AND closed.closed_at IS NOT NULL
) OR EXISTS (
    SELECT 1 FROM ledger_entry AS present JOIN finance_period AS closed
    ON closed.centre_id = present.centre_id AND closed.code >= present.posting_period
    WHERE present.id = NEW.id AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_ledger_entry_update BEFORE UPDATE ON ledger_entry
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.centre_id = OLD.centre_id AND closed.code >= OLD.posting_period
    AND closed.closed_at IS NOT NULL
) OR EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.centre_id = NEW.centre_id AND closed.code >= NEW.posting_period
    AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_ledger_entry_delete BEFORE DELETE ON ledger_entry
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.centre_id = OLD.centre_id AND closed.code >= OLD.posting_period
    AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_finance_copy_insert BEFORE INSERT ON finance_copy
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.centre_id = NEW.centre_id AND closed.code >= NEW.posting_period
    AND closed.closed_at IS NOT NULL
) OR EXISTS (
    SELECT 1 FROM finance_copy AS present JOIN finance_period AS closed
    ON closed.centre_id = present.centre_id AND closed.code >= present.posting_period
    WHERE present.id = NEW.id AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_finance_copy_update BEFORE UPDATE ON finance_copy
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.centre_id = OLD.centre_id AND closed.code >= OLD.posting_period
    AND closed.closed_at IS NOT NULL
) OR EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.centre_id = NEW.centre_id AND closed.code >= NEW.posting_period
    AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_finance_copy_delete BEFORE DELETE ON finance_copy
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.centre_id = OLD.centre_id AND closed.code >= OLD.posting_period
    AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_handover_batch_insert BEFORE INSERT ON handover_batch
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.centre_id = NEW.centre_id AND closed.code >= NEW.period
    AND closed.closed_at IS NOT NULL
) OR EXISTS (
    SELECT 1 FROM handover_batch AS present JOIN finance_period AS closed
    ON closed.centre_id = present.centre_id AND closed.code >= present.period
    WHERE present.id = NEW.id AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_handover_batch_update BEFORE UPDATE OF
    id, centre_id, period, batch_no, begun_at,
    begun_by, handed_at, from_staff, to_staff, copy_count, amount ON handover_batch
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.centre_id = OLD.centre_id AND closed.code >= OLD.period
    AND closed.closed_at IS NOT NULL
) OR EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.centre_id = NEW.centre_id AND closed.code >= NEW.period
    AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_handover_batch_delete BEFORE DELETE ON handover_batch
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.centre_id = OLD.centre_id AND closed.code >= OLD.period
    AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_handover_copy_insert BEFORE INSERT ON handover_copy
WHEN EXISTS (
    SELECT 1 FROM handover_batch AS bundle JOIN finance_period AS closed
    ON closed.centre_id = bundle.centre_id AND closed.code >= bundle.period
    WHERE bundle.id = NEW.batch_id AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_handover_copy_update BEFORE UPDATE ON handover_copy
WHEN EXISTS (
    SELECT 1 FROM handover_batch AS bundle JOIN finance_period AS closed
    ON closed.centre_id = bundle.centre_id AND closed.code >= bundle.period
    WHERE bundle.id = OLD.batch_id AND closed.closed_at IS NOT NULL
) OR EXISTS (
    SELECT 1 FROM handover_batch AS bundle JOIN finance_period AS closed
    ON closed.centre_id = bundle.centre_id AND closed.code >= bundle.period
    WHERE bundle.id = NEW.batch_id AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_handover_copy_delete BEFORE DELETE ON handover_copy
WHEN EXISTS (
    SELECT 1 FROM handover_batch AS bundle JOIN finance_period AS closed
    ON closed.centre_id = bundle.centre_id AND closed.code >= bundle.period
    WHERE bundle.id = OLD.batch_id AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_statement_file_insert BEFORE INSERT ON statement_file
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.id = NEW.period_id AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_statement_file_update BEFORE UPDATE ON statement_file
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.id = OLD.period_id AND closed.closed_at IS NOT NULL
) OR EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.id = NEW.period_id AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_statement_file_delete BEFORE DELETE ON statement_file
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.id = OLD.period_id AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_carried_slip_insert BEFORE INSERT ON carried_slip
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.id = NEW.period_id AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_carried_slip_update BEFORE UPDATE ON carried_slip
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.id = OLD.period_id AND closed.closed_at IS NOT NULL
) OR EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.id = NEW.period_id AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_carried_slip_delete BEFORE DELETE ON carried_slip
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.id = OLD.period_id AND closed.closed_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_finance_period_insert BEFORE INSERT ON finance_period
WHEN EXISTS (
    SELECT 1 FROM finance_period AS closed
    WHERE closed.closed_at IS NOT NULL AND (closed.id = NEW.id
    OR (closed.centre_id = NEW.centre_id AND closed.code = NEW.code))
)
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_finance_period_update BEFORE UPDATE ON finance_period
WHEN OLD.closed_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END

CREATE TRIGGER closed_finance_period_delete BEFORE DELETE ON finance_period
WHEN OLD.closed_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'the period is closed');
END
