package org.facecheck.testkit.sandbox;

import java.awt.Color;
import org.facecheck.testkit.sandbox.Look.Hair;

/** Pictures for tests. */
final class Pictures {

    /** Somebody who is not one of the three. */
    static final Photo STRANGER = Photo.of(Portrait.of(new Look(
            new Color(0xd8d0e8),
            new Color(0x8d5a3b),
            new Color(0x555555),
            new Color(0xe0c040),
            118,
            0.6,
            Hair.SHORT,
            false,
            true)));

    private Pictures() {}
}
