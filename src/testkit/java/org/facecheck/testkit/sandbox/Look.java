package org.facecheck.testkit.sandbox;

import java.awt.Color;

/**
 * What a drawn person looks like.
 *
 * @param wall behind the person
 * @param cheeks half the width of the face, in pixels of a portrait
 * @param jaw how square the chin is, from 0 (pointed) to 1
 */
record Look(
        Color wall,
        Color skin,
        Color hair,
        Color clothes,
        int cheeks,
        double jaw,
        Hair style,
        boolean glasses,
        boolean beard) {

    /** How the hair falls. */
    enum Hair {
        LONG,
        SHORT,
        RECEDING
    }

    static final Look AMINA = new Look(
            new Color(0x7fb8a4),
            new Color(0xb97a4f),
            new Color(0x2b1a16),
            new Color(0x8c2f4b),
            112,
            0.25,
            Hair.LONG,
            false,
            false);

    static final Look WEI = new Look(
            new Color(0xf0b46a),
            new Color(0xf0cfa8),
            new Color(0x16161c),
            new Color(0x2f5d8c),
            122,
            0.45,
            Hair.SHORT,
            true,
            false);

    static final Look JOERG = new Look(
            new Color(0x6f93c9),
            new Color(0xf3c6ae),
            new Color(0xa8662c),
            new Color(0x4a5a3a),
            130,
            0.95,
            Hair.RECEDING,
            false,
            true);
}
