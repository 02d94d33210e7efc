package org.facecheck.engine.service.pages;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.facecheck.engine.face.AlignedFace;
import org.facecheck.engine.quality.FaceReading;
import org.facecheck.engine.quality.FaceReading.Usable;

/**
 * What was found on the portraits of one enrolment, for one page: each face as it was cut out to be compared. In memory, and gone with
 * the answer. Not thread-safe.
 */
final class SeenFaces implements ObjIntConsumer<FaceReading> {
    private final Map<Integer, String> byPortrait = new TreeMap<>();

    /** What is not usable has a reason in the report; a picture of it would show more than was looked at. */
    @Override
    public void accept(FaceReading reading, int portrait) {
        if (reading instanceof Usable usable) {
            byPortrait.put(portrait, picture(usable.face()));
        }
    }

    /** Each as a "data:" address (RFC 2397), so that it has none at the server. */
    Html writeTo(Html html) {
        byPortrait.forEach((portrait, address) -> html.raw("<figure><img alt=\"\" src=\"")
                .text(address)
                .raw("\">")
                .element("figcaption", "Portrait " + (portrait + 1) + ": this face was found")
                .raw("</figure>"));
        return html;
    }

    /** As PNG, which each browser shows, and which adds nothing to what the network saw. */
    private static String picture(AlignedFace face) {
        int side = (int) Math.round(Math.sqrt(face.rgb().length / 3.0));
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            int red = Math.round(face.rgb()[3 * i]);
            int green = Math.round(face.rgb()[3 * i + 1]);
            int blue = Math.round(face.rgb()[3 * i + 2]);
            image.setRGB(i % side, i / side, red << 16 | green << 8 | blue);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // A stream of our own: ImageIO's default writes to the temporary directory.
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
