package org.facecheck.testkit.sandbox;

import static java.awt.RenderingHints.KEY_ANTIALIASING;
import static java.awt.RenderingHints.KEY_STROKE_CONTROL;
import static java.awt.RenderingHints.VALUE_ANTIALIAS_ON;
import static java.awt.RenderingHints.VALUE_STROKE_PURE;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * Draws a person as a webcam would show them, from the wall to the glasses. Drawn and not photographed, so that nobody's
 * face has to be given away with an example.
 */
final class Portrait {

    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    private final Look look;
    private final Graphics2D canvas;

    private Portrait(Look look, Graphics2D canvas) {
        this.look = look;
        this.canvas = canvas;
    }

    static BufferedImage of(Look look) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(KEY_ANTIALIASING, VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(KEY_STROKE_CONTROL, VALUE_STROKE_PURE);
        Portrait portrait = new Portrait(look, canvas);
        portrait.wall();
        portrait.hairBehind();
        portrait.shoulders();
        new Face(look, canvas).draw();
        portrait.hairInFront();
        canvas.dispose();
        return image;
    }

    private void wall() {
        canvas.setPaint(new GradientPaint(0, 0, Shade.lighter(look.wall(), 0.35), WIDTH, HEIGHT, look.wall()));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setPaint(Shade.clear(Color.WHITE, 60));
        canvas.fill(new Ellipse2D.Double(60, -60, 520, 520));
        // Something on the wall, another thing behind everybody.
        canvas.setPaint(Shade.darker(look.wall(), 0.18));
        switch (look.style()) {
            case LONG -> leaves();
            case SHORT -> canvas.fill(new RoundRectangle2D.Double(505, 60, 100, 130, 12, 12));
            case RECEDING -> {
                canvas.fillRect(0, 120, 150, 12);
                canvas.fillRect(18, 52, 24, 68);
                canvas.fillRect(48, 40, 18, 80);
                canvas.fillRect(72, 60, 30, 60);
            }
        }
    }

    private void leaves() {
        for (int i = 0; i < 5; i++) {
            double lean = -60 + 30 * i;
            Path2D leaf = new Path2D.Double();
            leaf.moveTo(560, 480);
            leaf.quadTo(560 + lean - 30, 360, 560 + lean, 250 + Math.abs(lean));
            leaf.quadTo(560 + lean + 30, 360, 560, 480);
            canvas.fill(leaf);
        }
    }

    private void hairBehind() {
        if (look.style() == Look.Hair.LONG) {
            canvas.setPaint(new GradientPaint(320, 60, look.hair(), 320, 460, Shade.lighter(look.hair(), 0.12)));
            canvas.fill(new Ellipse2D.Double(172, 38, 296, 300));
            canvas.fill(new RoundRectangle2D.Double(170, 180, 300, 270, 120, 120));
        }
    }

    private void shoulders() {
        canvas.setPaint(new GradientPaint(320, 380, look.clothes(), 320, 480, Shade.darker(look.clothes(), 0.3)));
        canvas.fill(new RoundRectangle2D.Double(120, 398, 400, 200, 180, 150));
        canvas.setPaint(Shade.warmer(look.skin(), 0.22));
        canvas.fill(new RoundRectangle2D.Double(270, 320, 100, 118, 60, 60));
        canvas.setPaint(Shade.lighter(look.clothes(), 0.3));
        Path2D collar = new Path2D.Double();
        collar.moveTo(252, 404);
        collar.lineTo(320, 452);
        collar.lineTo(388, 404);
        collar.lineTo(404, 420);
        collar.lineTo(320, 478);
        collar.lineTo(236, 420);
        collar.closePath();
        canvas.fill(collar);
    }

    private void hairInFront() {
        int cheeks = look.cheeks();
        Area crown = new Area(new Ellipse2D.Double(320 - cheeks - 10, 46, 2 * cheeks + 20, 290));
        Area forehead = switch (look.style()) {
            case LONG -> {
                // Parted on one side.
                Area free = new Area(new Ellipse2D.Double(320 - cheeks + 8, 116, 2 * cheeks - 46, 330));
                free.add(new Area(new Ellipse2D.Double(320 - cheeks + 62, 136, 2 * cheeks - 66, 300)));
                yield free;
            }
            case SHORT -> {
                Area free = new Area(new RoundRectangle2D.Double(320 - cheeks + 12, 132, 2 * cheeks - 24, 300, 60, 60));
                free.add(new Area(new RoundRectangle2D.Double(300 - cheeks, 205, 2 * cheeks + 40, 200, 8, 8)));
                yield free;
            }
            case RECEDING -> {
                Area free = new Area(new Ellipse2D.Double(320 - cheeks + 14, 76, 2 * cheeks - 28, 330));
                free.add(new Area(new RoundRectangle2D.Double(300 - cheeks, 215, 2 * cheeks + 40, 200, 8, 8)));
                yield free;
            }
        };
        crown.subtract(forehead);
        canvas.setPaint(new GradientPaint(240, 50, Shade.lighter(look.hair(), 0.2), 400, 200, look.hair()));
        canvas.fill(crown);
    }
}
