package org.facecheck.fake;

import static org.facecheck.fake.Pictures.EOI;
import static org.facecheck.fake.Pictures.ascii;
import static org.facecheck.fake.Pictures.joined;
import static org.facecheck.fake.Pictures.number;
import static org.facecheck.fake.Pictures.octets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What stands behind the end of pictures: what phones and programs write there, and what somebody hides there. */
public enum Trailer {
    ONE_NEWLINE(() -> ascii("\n")),
    ONE_BYTE(() -> octets(1)),
    ZEROS_UP_TO_THE_NEXT_BLOCK(() -> new byte[4096]),
    A_SECOND_END(() -> EOI),
    A_PREVIEW(Trailer::preview),
    A_PREVIEW_BEHIND_FILL_BYTES(() -> joined(filled(300), preview())),
    A_FILM(() -> joined(octets(0, 0, 0, 24), ascii("ftypmp42"), new byte[100])),
    SAMSUNGS_DIRECTORY(() -> joined(octets(0, 0, 1, 10), ascii("Image_UTC_Data1470000000000"), ascii("SEFH...SEFT"))),
    OLD_SAMSUNGS_SOUND(() -> joined(ascii("SoundShot_000"), new byte[400], ascii("QDIOBS"))),
    VIVOS_RECORD(() -> joined(ascii("streamdata"), preview(), ascii("vivo{\"v\":1}"), number(11), filled(4))),
    ONEPLUS_RECORD(() -> joined(preview(), ascii("{\"offset\":1,\"name\":\"private.emptyspace\"}"), ascii("jxrs"))),
    A_SCRIPT(() -> ascii("<script>alert(1)</script>")),
    A_SERVERS_SCRIPT(() -> ascii("<?php system($_GET[0]);")),
    AN_ARCHIVE(Trailer::archive);

    private final Supplier<byte[]> making;

    Trailer(Supplier<byte[]> making) {
        this.making = making;
    }

    /** The same bytes each time. */
    public byte[] bytes() {
        return making.get();
    }

    private static byte[] preview() {
        return Pictures.drawn(320, 240, "jpeg");
    }

    private static byte[] filled(int count) {
        byte[] fill = new byte[count];
        Arrays.fill(fill, (byte) 0xFF);
        return fill;
    }

    private static byte[] archive() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("Evil.class"));
            zip.write(octets(0xCA, 0xFE, 0xBA, 0xBE));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return archive.toByteArray();
    }
}
