package org.facecheck.engine.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facecheck.KycRecord;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.gallery.Consent;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.facecheck.engine.model.EmbeddingNetwork;
import org.jspecify.annotations.Nullable;

/** A person as bytes, to be encrypted: some 512 for each template, and the texts. What else there is of a person is not kept. */
final class PersonFormat {
    /** Changes with this format, and with how faces are aligned, since templates of other alignments can't be compared. */
    static final int VERSION = 1;

    private static final byte UNKNOWN = 2;

    private PersonFormat() {}

    /** @throws IllegalArgumentException if the key, or the consent's reference, is longer than 65,535 bytes */
    static byte[] write(EnrolledPerson person) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(person.key());
            write(out, person.record());
            write(out, person.consent().reference());
            write(out, text(person.consent().keepUntil()));
            out.writeInt(person.templates().size());
            for (FaceTemplate template : person.templates()) {
                for (float value : template.values()) {
                    out.writeFloat(value);
                }
            }
        } catch (IOException tooLong) { // memory has no other exception than that of writeUTF
            throw new IllegalArgumentException("the key or the consent's reference is too long", tooLong);
        }
        return bytes.toByteArray();
    }

    /** The person, empty if these are no such bytes. */
    static Optional<EnrolledPerson> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String key = in.readUTF();
            KycRecord record = readRecord(in);
            Consent consent = new Consent(readText(in), date(readText(in)));
            List<FaceTemplate> templates = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                float[] values = new float[EmbeddingNetwork.LENGTH];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readFloat();
                }
                templates.add(new FaceTemplate(values));
            }
            return Optional.of(new EnrolledPerson(key, record, templates, consent));
        } catch (IOException | RuntimeException otherBytes) { // too few, or values that the types refuse
            return Optional.empty();
        }
    }

    private static void write(DataOutputStream out, KycRecord record) throws IOException {
        write(out, record.recordId());
        write(out, record.faceId());
        write(out, record.status());
        write(out, record.deleteStatus());
        Boolean passed = record.verificationPassed();
        out.writeByte(passed == null ? UNKNOWN : passed ? 1 : 0);
        write(out, record.livenessDecision());
        write(out, text(record.expiry()));
        out.writeInt(record.fields().size());
        for (Map.Entry<String, String> field : record.fields().entrySet()) {
            out.writeUTF(field.getKey());
            out.writeUTF(field.getValue());
        }
    }

    private static KycRecord readRecord(DataInputStream in) throws IOException {
        String recordId = readText(in);
        String faceId = readText(in);
        String status = readText(in);
        String deleteStatus = readText(in);
        byte passed = in.readByte();
        String liveness = readText(in);
        LocalDate expiry = date(readText(in));
        Map<String, String> fields = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            fields.put(in.readUTF(), in.readUTF());
        }
        return new KycRecord(
                recordId,
                faceId,
                status,
                deleteStatus,
                passed == UNKNOWN ? null : passed == 1,
                liveness,
                expiry,
                fields);
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
