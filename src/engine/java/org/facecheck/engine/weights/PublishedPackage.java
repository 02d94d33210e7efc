package org.facecheck.engine.weights;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The npm packages that hold networks, as {@code npm pack} writes them. Facecheck hands out none of them. */
enum PublishedPackage {
    /** Three networks of 7 MB together: detector, landmarks, and dlib's recogniser, which its author gave to the public domain (CC0). */
    FACE_API("@vladmandic/face-api@1.7.15", "12.7 MB", "vladmandic-face-api-1.7.15.tgz", "package/model/"),
    /** Many networks, of which one is read: that of the check of liveness, 0.6 MB. */
    HUMAN("@vladmandic/human@3.3.6", "28.6 MB", "vladmandic-human-3.3.6.tgz", "package/models/");

    /** The largest of the pinned files has 6.4 MB. */
    private static final int MAX_ENTRY = 16 << 20;

    private final String name;
    private final String size;
    private final String tgz;
    private final String folder;

    PublishedPackage(String name, String size, String tgz, String folder) {
        this.name = name;
        this.size = size;
        this.tgz = tgz;
        this.folder = folder;
    }

    /** Where the archive has its models. */
    String folder() {
        return folder;
    }

    /** The one command that an operator needs; {@code engine.md} has it, too. */
    String remedy() {
        return "; fetch them with \"npm pack " + name + "\" (" + size
                + ", MIT licence) and name the file that it writes, " + tgz;
    }

    /**
     * Reads and verifies all that is needed of the package.
     *
     * @param archive the file that {@code npm pack} wrote
     * @return each pinned file of this package
     * @throws WeightsException if there is no such file, it can't be read, or holds something else
     */
    Map<PinnedFile, byte[]> read(Path archive) throws WeightsException {
        if (!Files.isRegularFile(archive)) {
            throw new WeightsException("there are no weights at " + archive.toAbsolutePath(), this);
        }
        Map<PinnedFile, byte[]> files = new EnumMap<>(PinnedFile.class);
        try (GZIPInputStream unzipped = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            TarReader tar = new TarReader(unzipped, MAX_ENTRY);
            for (Optional<String> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                Optional<PinnedFile> wanted = entry.flatMap(found -> PinnedFile.named(this, found));
                if (wanted.isPresent()) {
                    files.put(wanted.get(), wanted.get().verified(tar.content()));
                } else {
                    tar.skip();
                }
            }
        } catch (WeightsException wrong) {
            throw wrong;
        } catch (IOException unreadable) {
            throw new WeightsException(archive.toAbsolutePath() + " is no archive of weights", this, unreadable);
        }
        for (PinnedFile wanted : PinnedFile.of(this)) {
            if (!files.containsKey(wanted)) {
                throw new WeightsException(archive.toAbsolutePath() + " holds no " + wanted.fileName(), this);
            }
        }
        return files;
    }

    /** The network that these two of the package's files make. */
    ModelWeights weights(Map<PinnedFile, byte[]> files, PinnedFile manifest, PinnedFile data) throws WeightsException {
        byte[] json = Objects.requireNonNull(files.get(manifest));
        return new WeightsManifest(this, json).weights(Objects.requireNonNull(files.get(data)));
    }
}
