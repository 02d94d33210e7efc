package org.facecheck.detector;

import static org.facecheck.detector.Portrait.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.facecheck.detector.Portrait.Half;

/**
 * Twenty ordinary scenes and twenty wrong ones of each half of the people, by what they are called in the table of the
 * documents. Ordinary is what somebody looks like who wants to be let in and sits where people sit.
 */
final class Scenes {
    private Scenes() {}

    static Map<String, Supplier<Scene>> ordinary(Half half) {
        return half == Half.CHOOSING
                ? ordinary(CAMP, CAP, STRIPES, HAT, CHIN_IN_HAND, GLASSES, AVATAR)
                : ordinary(BEARD, ROUND_GLASSES, HAND, LEAVES, CURLS, NEON, OLDER);
    }

    static Map<String, Supplier<Scene>> wrong(Half half) {
        return half == Half.CHOOSING
                ? wrong(CAMP, CAP, STRIPES, GLASSES, FROM_THE_SIDE, 0xb9b2a6)
                : wrong(BEARD, ROUND_GLASSES, LEAVES, NEON, TURNED_AWAY, 0x8fa3b0);
    }

    private static Map<String, Supplier<Scene>> ordinary(
            Portrait a, Portrait b, Portrait c, Portrait d, Portrait e, Portrait f, Portrait g) {
        Map<String, Supplier<Scene>> scenes = new LinkedHashMap<>();
        scenes.put("middle, " + a, () -> Scene.of(a, 0.60));
        scenes.put("middle, " + b, () -> Scene.of(b, 0.60));
        scenes.put("middle, " + c, () -> Scene.of(c, 0.60));
        scenes.put("middle, " + d, () -> Scene.of(d, 0.60));
        scenes.put("middle, " + e, () -> Scene.of(e, 0.60));
        scenes.put("middle, " + f, () -> Scene.of(f, 0.60));
        scenes.put("middle, " + g, () -> Scene.of(g, 0.60));
        scenes.put("a little far, " + b, () -> Scene.of(b, 0.42));
        scenes.put("a little far, " + c, () -> Scene.of(c, 0.42));
        scenes.put("near, " + d, () -> Scene.of(d, 0.72));
        scenes.put("a little aside and low, " + a, () -> Scene.of(a, 0.55, -0.12, 0.08));
        scenes.put("a little aside and high, " + g, () -> Scene.of(g, 0.55, 0.12, -0.06));
        scenes.put("soft webcam, " + a, () -> Scene.of(a, 0.60).soft(180).lit(1, 0.02));
        scenes.put("soft webcam, " + f, () -> Scene.of(f, 0.55).soft(240).lit(0.9, 0.03));
        scenes.put("evening, " + b, () -> Scene.of(b, 0.60).evening());
        scenes.put("evening, " + c, () -> Scene.of(c, 0.55).evening());
        scenes.put("light from the side, " + d, () -> Scene.of(d, 0.60).litFromTheSide());
        scenes.put("against the light, " + c, () -> Scene.of(c, 0.60).againstTheLight());
        scenes.put("headscarf, " + c, () -> Scene.of(c, 0.58).withHeadscarf(0.58, 0x3c4f6e));
        scenes.put("headscarf, " + d, () -> Scene.of(d, 0.55).withHeadscarf(0.55, 0x8c7a5a));
        return scenes;
    }

    private static Map<String, Supplier<Scene>> wrong(
            Portrait a, Portrait b, Portrait c, Portrait d, Portrait turned, int wall) {
        Map<String, Supplier<Scene>> scenes = new LinkedHashMap<>();
        scenes.put("nobody, a wall", () -> Scene.wall(wall).lit(1, 0.01));
        scenes.put("nobody, a room", () -> Scene.photograph(a.picture(), false).lit(1, 0.02));
        scenes.put("nobody, black", () -> Scene.wall(0x050505).lit(1, 0.01));
        scenes.put("beside the oval, left", () -> Scene.of(a, 0.55, -0.75, 0));
        scenes.put("beside the oval, right", () -> Scene.of(c, 0.55, 0.7, 0));
        scenes.put("half outside, left", () -> Scene.of(b, 0.60, -0.55, 0.05));
        scenes.put("half outside, low", () -> Scene.of(a, 0.60, 0, 0.45));
        scenes.put("half outside, high", () -> Scene.of(c, 0.60, 0, -0.40));
        scenes.put("tiny", () -> Scene.of(b, 0.16));
        scenes.put("far", () -> Scene.of(c, 0.27));
        scenes.put("too close", () -> Scene.of(a, 1.05));
        scenes.put("two, both large", () -> Scene.of(a, 0.50, -0.42, 0).and(b, 0.50, 0.42, 0));
        scenes.put("two, one in the oval", () -> Scene.of(a, 0.55).and(c, 0.45, 1.0, 0));
        scenes.put("somebody at the edge", () -> Scene.of(b, 0.55).and(d, 0.30, -1.15, -0.1));
        scenes.put("somebody smaller behind", () -> Scene.of(c, 0.55).and(a, 0.24, 0.85, -0.2));
        scenes.put("from the side", () -> Scene.of(turned, 0.60));
        scenes.put("covered below the eyes", () -> Scene.of(a, 0.60).covered(0.60, 0.30, 0xd8d2c8));
        scenes.put("behind a sheet", () -> Scene.of(b, 0.60).covered(0.60, -0.3, 0xeeeeee));
        scenes.put("very dark", () -> Scene.of(a, 0.60).lit(0.06, 0.02));
        scenes.put("over-exposed", () -> Scene.of(b, 0.60).burnt());
        return scenes;
    }
}
