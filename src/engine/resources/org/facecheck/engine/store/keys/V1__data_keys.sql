-- One key for each row of facecheck_person, encrypted under a master key that is in no database. Deleting the key deletes the
-- person; so this table has a database of its own, whose backups are not kept, or not for long.
CREATE TABLE facecheck_data_key (
  id         UUID                     NOT NULL PRIMARY KEY,
  master_key VARCHAR(64)              NOT NULL,
  created    TIMESTAMP WITH TIME ZONE NOT NULL,
  -- AES-256-GCM: nonce, ciphertext, tag.
  wrapped    BYTEA                    NOT NULL
);
