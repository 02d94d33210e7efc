import com.googlecode.pngtastic.core.processing.zopfli.Options;
import com.googlecode.pngtastic.core.processing.zopfli.Options.BlockSplitting;
import com.googlecode.pngtastic.core.processing.zopfli.Options.OutputFormat;
import com.googlecode.pngtastic.core.processing.zopfli.Zopfli;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Packs a jar once more, the same bytes whenever and wherever: the files and no folders, each as short as DEFLATE (RFC 1951)
 * says it. Zopfli looks longer for that than {@code java.util.zip}, which reads it like any other.
 */
final class TightJar {
    private static final Options SHORT = new Options(OutputFormat.DEFLATE, BlockSplitting.FIRST, 15);

    /** Readers that take a jar for a stream want it first. */
    private static final Comparator<JarEntry> ORDER = Comparator.comparing(
                    (JarEntry entry) -> !entry.getName().equals(JarFile.MANIFEST_NAME))
            .thenComparing(JarEntry::getName);

    private TightJar() {}

    private record Packed(ZipArchiveEntry entry, byte[] content) {}

    /** From a jar to another one, with the moment that all of its entries bear. */
    public static void main(String[] arguments) throws IOException {
        LocalDateTime moment = OffsetDateTime.parse(arguments[2]).toLocalDateTime();
        try (JarFile from = new JarFile(arguments[0]);
                ZipArchiveOutputStream to = new ZipArchiveOutputStream(Path.of(arguments[1]))) {
            to.setUseZip64(Zip64Mode.Never);
            List<Packed> all = from.stream()
                    .filter(entry -> !entry.isDirectory())
                    .sorted(ORDER)
                    .parallel()
                    .map(entry -> packed(from, entry, moment))
                    .toList();
            for (Packed packed : all) {
                to.addRawArchiveEntry(packed.entry, new ByteArrayInputStream(packed.content));
            }
        }
    }

    private static Packed packed(JarFile from, JarEntry old, LocalDateTime moment) {
        try {
            byte[] content = from.getInputStream(old).readAllBytes();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            new Zopfli(content.length).compress(SHORT, content, deflated);
            ZipArchiveEntry entry = new ZipArchiveEntry(old.getName());
            entry.setTimeLocal(moment);
            entry.setMethod(ZipEntry.DEFLATED);
            entry.setCrc(old.getCrc());
            entry.setSize(content.length);
            entry.setCompressedSize(deflated.size());
            return new Packed(entry, deflated.toByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
