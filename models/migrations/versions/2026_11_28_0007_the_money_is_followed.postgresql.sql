CREATE FUNCTION closed_require(of_centre bigint, of_period text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- Who posts waits for who closes, so that nothing slips in behind the count.
    PERFORM 1 FROM finance_period
        WHERE centre_id = of_centre AND code >= of_period FOR SHARE;
    PERFORM 1 FROM finance_period
        WHERE centre_id = of_centre AND code >= of_period AND closed_at IS NOT NULL;
    IF FOUND THEN
        RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'SL001';
    END IF;
END
$$

CREATE FUNCTION closed_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM closed_require(OLD.centre_id, OLD.posting_period);
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    PERFORM closed_require(NEW.centre_id, NEW.posting_period);
    RETURN NEW;
END
$$

CREATE FUNCTION closed_bundle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM closed_require(OLD.centre_id, OLD.period);
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    PERFORM closed_require(NEW.centre_id, NEW.period);
    RETURN NEW;
END
$$

CREATE FUNCTION closed_bundle_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM closed_require(centre_id, period) FROM handover_batch
            WHERE id = OLD.batch_id;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    PERFORM closed_require(centre_id, period) FROM handover_batch
        WHERE id = NEW.batch_id;
    RETURN NEW;
END
$$

CREATE FUNCTION closed_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM closed_require(centre_id, code) FROM finance_period
            WHERE id = OLD.period_id;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    PERFORM closed_require(centre_id, code) FROM finance_period
        WHERE id = NEW.period_id;
    RETURN NEW;
END
$$

CREATE FUNCTION closed_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'SL001';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$

CREATE FUNCTION closed_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM finance_period WHERE closed_at IS NOT NULL;
    IF FOUND THEN
        RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'SL001';
    END IF;
    RETURN NULL;
END
$$

CREATE TRIGGER closed_ledger_entry BEFORE INSERT OR UPDATE OR DELETE ON ledger_entry
FOR EACH ROW EXECUTE FUNCTION closed_posting()

CREATE TRIGGER closed_ledger_entry_all BEFORE TRUNCATE ON ledger_entry
FOR EACH STATEMENT EXECUTE FUNCTION closed_table()

CREATE TRIGGER closed_finance_copy BEFORE INSERT OR UPDATE OR DELETE ON finance_copy
FOR EACH ROW EXECUTE FUNCTION closed_posting()

CREATE TRIGGER closed_finance_copy_all BEFORE TRUNCATE ON finance_copy
FOR EACH STATEMENT EXECUTE FUNCTION closed_table()

CREATE TRIGGER closed_handover_batch BEFORE INSERT OR DELETE OR UPDATE OF
    id, centre_id, period, batch_no, begun_at,
    begun_by, handed_at, from_staff, to_staff, copy_count, amount ON handover_batch
FOR EACH ROW EXECUTE FUNCTION closed_bundle()

CREATE TRIGGER closed_handover_batch_all BEFORE TRUNCATE ON handover_batch
FOR EACH STATEMENT EXECUTE FUNCTION closed_table()

CREATE TRIGGER closed_handover_copy BEFORE INSERT OR UPDATE OR DELETE ON handover_copy
FOR EACH ROW EXECUTE FUNCTION closed_bundle_copy()

CREATE TRIGGER closed_handover_copy_all BEFORE TRUNCATE ON handover_copy
FOR EACH STATEMENT EXECUTE FUNCTION closed_table()

CREATE TRIGGER closed_statement_file BEFORE INSERT OR UPDATE OR DELETE ON statement_file
FOR EACH ROW EXECUTE FUNCTION closed_part()

CREATE TRIGGER closed_statement_file_all BEFORE TRUNCATE ON statement_file
FOR EACH STATEMENT EXECUTE FUNCTION closed_table()

CREATE TRIGGER closed_carried_slip BEFORE INSERT OR UPDATE OR DELETE ON carried_slip
FOR EACH ROW EXECUTE FUNCTION closed_part()

CREATE TRIGGER closed_carried_slip_all BEFORE TRUNCATE ON carried_slip
FOR EACH STATEMENT EXECUTE FUNCTION closed_table()

CREATE TRIGGER closed_finance_period BEFORE UPDATE OR DELETE ON finance_period
FOR EACH ROW EXECUTE FUNCTION closed_period()

CREATE TRIGGER closed_finance_period_all BEFORE TRUNCATE ON finance_period
FOR EACH STATEMENT EXECUTE FUNCTION closed_table()
