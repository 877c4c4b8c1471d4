-- FSRS-6's weights as fitted to a learner's own reviews, and how much they help: the loss on reviews
-- that the fit had not seen, with the weights before it and with its own.
CREATE TABLE scheduler_parameters (
    user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    weights double precision[] CHECK (cardinality(weights) = 21),  -- null: no fit was better than the defaults
    reviews integer NOT NULL CHECK (reviews >= 0),  -- in the log when it was last fitted
    loss_before double precision,  -- null: too few answers to fit to
    loss_after double precision,
    best_retention double precision,
    fitted_at timestamptz NOT NULL,
    adopted_at timestamptz,
    CHECK ((weights IS NULL) = (adopted_at IS NULL))
);
