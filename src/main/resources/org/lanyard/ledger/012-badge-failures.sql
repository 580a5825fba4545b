-- A job that cannot be drawn is taken out of its printer's queue: cancelled, with the sentence that says why.
ALTER TABLE badge_job ADD COLUMN failure TEXT CHECK (failure IS NULL OR state = 'cancelled');
CREATE INDEX badge_job_failed ON badge_job (seq) WHERE failure IS NOT NULL AND answered = 0;
