-- One row for each person. What can be read without a key: that there are so many people, of which model, until when they are
-- kept, and when their row was written.
CREATE TABLE facecheck_person (
  -- HMAC-SHA-256 of the person's key, cut to 128 bits: the same key gives the same row, and tells nobody whose it is.
  person           UUID                     NOT NULL PRIMARY KEY,
  data_key         UUID                     NOT NULL,
  model            VARCHAR(64)              NOT NULL,
  template_version INTEGER                  NOT NULL,
  keep_until       DATE,
  written          TIMESTAMP WITH TIME ZONE NOT NULL,
  -- AES-256-GCM: nonce, ciphertext, tag.
  content          BYTEA                    NOT NULL
);

-- What happened to whom and when. It stays when the person is deleted, and is what shows that they were.
CREATE TABLE facecheck_audit (
  at     TIMESTAMP WITH TIME ZONE NOT NULL,
  action VARCHAR(16)              NOT NULL,
  person UUID                     NOT NULL,
  model  VARCHAR(64)              NOT NULL
);
