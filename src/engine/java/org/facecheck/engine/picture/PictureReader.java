package org.facecheck.engine.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import org.facecheck.Selfie;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.image.parser.UnusableImageException;

/**
 * Decodes pictures. A {@link Selfie}'s structure has been checked by the library; a portrait that an operator enrols goes
 * through the same checks here, so that what harms a decoder is refused before one sees it, and comes out upright. Thread-safe.
 *
 * <p>A picture of 12 million pixels takes some 50 MB while it is read; limit how many are read at once.
 */
public final class PictureReader {
    /** Beyond this, a face has more pixels than any network looks at; it also bounds the memory of what follows. */
    private static final int MAX_SIDE = 2400;

    private final SelfieReader structure = new SelfieReader();
    private final JdkDecoders decoders = JdkDecoders.find();

    /**
     * Reads a portrait, as a file holds it.
     *
     * @param encoded JPEG or PNG, at least 200 and at most 10,000 pixels a side
     * @throws UnreadablePictureException if it is none
     */
    public Picture read(byte[] encoded) throws UnreadablePictureException {
        try {
            return read(structure.read(encoded));
        } catch (UnusableImageException refused) {
            throw new UnreadablePictureException(String.valueOf(refused.getMessage()));
        }
    }

    /**
     * Decodes a selfie, at most 2400 pixels wide and high.
     *
     * @throws UnreadablePictureException if it can't be decoded
     */
    public Picture read(Selfie selfie) throws UnreadablePictureException {
        int longer = Math.max(selfie.width(), selfie.height());
        // Each n-th pixel only where halving is to follow: what is left is still twice as large as needed.
        int n = Math.max(1, longer / (2 * MAX_SIDE));
        try {
            Picture picture = picture(decoders.read(selfie.format(), selfie.bytes(), n));
            while (Math.max(picture.width(), picture.height()) > MAX_SIDE) {
                picture = picture.halved();
            }
            return picture;
        } catch (IOException | RuntimeException undecodable) { // the JDK's readers throw either
            // Without its cause: the decoder's messages are not ours, and may hold what the picture says.
            throw new UnreadablePictureException("the picture can't be decoded");
        }
    }

    /** Of any colour model, by drawing it; what is transparent is white, as on paper. */
    private static Picture picture(BufferedImage decoded) {
        int width = decoded.getWidth();
        int height = decoded.getHeight();
        BufferedImage bgr = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = bgr.createGraphics();
        try {
            canvas.drawImage(decoded, 0, 0, Color.WHITE, null);
        } finally {
            canvas.dispose();
        }
        byte[] rgb = ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < rgb.length; i += Picture.CHANNELS) {
            byte blue = rgb[i];
            rgb[i] = rgb[i + 2];
            rgb[i + 2] = blue;
        }
        return new Picture(width, height, rgb);
    }
}
