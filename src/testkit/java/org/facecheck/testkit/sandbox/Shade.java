package org.facecheck.testkit.sandbox;

import java.awt.Color;

/** Mixes a painter's colours. */
final class Shade {

    private Shade() {}

    static Color lighter(Color color, double much) {
        return mix(color, Color.WHITE, much);
    }

    static Color darker(Color color, double much) {
        return mix(color, Color.BLACK, much);
    }

    /** Skin in shadow: darker, but not grey. */
    static Color warmer(Color skin, double much) {
        return mix(skin, new Color(0x7a3b1c), much);
    }

    private static Color mix(Color color, Color other, double much) {
        return new Color(
                between(color.getRed(), other.getRed(), much),
                between(color.getGreen(), other.getGreen(), much),
                between(color.getBlue(), other.getBlue(), much));
    }

    /** @param alpha from 0, not to be seen, to 255 */
    static Color clear(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    private static int between(int from, int to, double much) {
        return (int) Math.round(from + (to - from) * much);
    }
}
