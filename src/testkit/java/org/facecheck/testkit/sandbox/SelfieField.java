package org.facecheck.testkit.sandbox;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * The picture in the enrolment form: a photo for the file, or what is wrong with it.
 *
 * @param photo empty if there is a problem
 * @param problem empty if there is none
 */
public record SelfieField(Optional<Photo> photo, Optional<String> problem) {

    private static final int MIN_SIDE = 200;

    public static SelfieField read(Optional<byte[]> picture) {
        if (picture.isEmpty()) {
            return wrong("Take a picture or choose a file. A file has to be chosen again after each attempt.");
        }
        Optional<BufferedImage> image = picture.flatMap(PictureFile::read);
        if (image.isEmpty()) {
            return wrong("Not a JPEG or PNG picture of at most 40 megapixels.");
        }
        if (Math.min(image.get().getWidth(), image.get().getHeight()) < MIN_SIDE) {
            return wrong("Too small: the shorter side must have at least %d pixels.".formatted(MIN_SIDE));
        }
        Photo photo = Photo.of(image.get());
        return photo.impression().isPlain()
                ? wrong("There is nothing to be seen on this picture.")
                : new SelfieField(Optional.of(photo), Optional.empty());
    }

    private static SelfieField wrong(String problem) {
        return new SelfieField(Optional.empty(), Optional.of(problem));
    }
}
