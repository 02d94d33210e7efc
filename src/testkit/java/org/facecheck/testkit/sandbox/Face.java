package org.facecheck.testkit.sandbox;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** The face of a drawn person, looking at the camera and in a good mood. */
final class Face {

    private static final int MIDDLE = 320;
    private static final int EYES = 222;
    private static final int EYE_APART = 52;

    private final Look look;
    private final Graphics2D canvas;

    Face(Look look, Graphics2D canvas) {
        this.look = look;
        this.canvas = canvas;
    }

    void draw() {
        ears();
        Path2D head = head();
        canvas.setPaint(new RadialGradientPaint(300, 190, 220, new float[] {0, 1}, new Color[] {
            Shade.lighter(look.skin(), 0.2), Shade.warmer(look.skin(), 0.12)
        }));
        canvas.fill(head);
        cheeks();
        if (look.beard()) {
            beard(head);
        }
        nose();
        mouth();
        eye(MIDDLE - EYE_APART);
        eye(MIDDLE + EYE_APART);
        if (look.glasses()) {
            glasses();
        }
    }

    private Path2D head() {
        double half = look.cheeks();
        double chin = 30 + 40 * look.jaw();
        Path2D head = new Path2D.Double();
        head.moveTo(MIDDLE, 66);
        head.curveTo(MIDDLE + half * 0.75, 66, MIDDLE + half, 130, MIDDLE + half, 215);
        head.curveTo(MIDDLE + half, 300, MIDDLE + chin + 30, 378, MIDDLE, 378);
        head.curveTo(MIDDLE - chin - 30, 378, MIDDLE - half, 300, MIDDLE - half, 215);
        head.curveTo(MIDDLE - half, 130, MIDDLE - half * 0.75, 66, MIDDLE, 66);
        head.closePath();
        return head;
    }

    private void ears() {
        canvas.setPaint(Shade.warmer(look.skin(), 0.1));
        canvas.fill(new Ellipse2D.Double(MIDDLE - look.cheeks() - 16, 200, 34, 66));
        canvas.fill(new Ellipse2D.Double(MIDDLE + look.cheeks() - 18, 200, 34, 66));
    }

    private void cheeks() {
        canvas.setPaint(Shade.clear(new Color(0xd9534f), 42));
        canvas.fill(new Ellipse2D.Double(MIDDLE - look.cheeks() + 14, 262, 58, 38));
        canvas.fill(new Ellipse2D.Double(MIDDLE + look.cheeks() - 72, 262, 58, 38));
    }

    private void beard(Path2D head) {
        Area beard = new Area(head);
        beard.subtract(new Area(new Ellipse2D.Double(MIDDLE - look.cheeks() + 16, 60, 2 * look.cheeks() - 32, 236)));
        beard.add(new Area(new Ellipse2D.Double(MIDDLE - 62, 282, 124, 34)));
        canvas.setPaint(Shade.lighter(look.hair(), 0.08));
        canvas.fill(beard);
    }

    private void nose() {
        canvas.setPaint(Shade.warmer(look.skin(), 0.25));
        canvas.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D nose = new Path2D.Double();
        nose.moveTo(MIDDLE + 4, 232);
        nose.curveTo(MIDDLE + 10, 256, MIDDLE + 22, 268, MIDDLE + 14, 278);
        nose.quadTo(MIDDLE, 286, MIDDLE - 14, 278);
        canvas.draw(nose);
    }

    private void mouth() {
        canvas.setPaint(new Color(0x8f2f35));
        canvas.fill(new Arc2D.Double(MIDDLE - 42, 286, 84, 58, 190, 160, Arc2D.CHORD));
        canvas.setPaint(Color.WHITE);
        canvas.fill(new Arc2D.Double(MIDDLE - 34, 302, 68, 24, 190, 160, Arc2D.CHORD));
    }

    private void eye(int x) {
        canvas.setPaint(Color.WHITE);
        canvas.fill(new Ellipse2D.Double(x - 23, EYES - 14, 46, 28));
        canvas.setPaint(new Color(0x4a3526));
        canvas.fill(new Ellipse2D.Double(x - 12, EYES - 13, 25, 26));
        canvas.setPaint(Color.BLACK);
        canvas.fill(new Ellipse2D.Double(x - 6, EYES - 7, 13, 14));
        canvas.setPaint(Color.WHITE);
        canvas.fill(new Ellipse2D.Double(x + 1, EYES - 8, 6, 6));
        canvas.setPaint(Shade.darker(look.hair(), 0.2));
        canvas.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(new Arc2D.Double(x - 24, EYES - 15, 48, 34, 20, 140, Arc2D.OPEN));
        canvas.setStroke(new BasicStroke(look.beard() ? 11 : 8, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(new QuadCurve2D.Double(x - 28, EYES - 32, x, EYES - 50, x + 28, EYES - 32));
    }

    private void glasses() {
        canvas.setPaint(new Color(0x7a2230));
        canvas.setStroke(new BasicStroke(6));
        canvas.draw(new Ellipse2D.Double(MIDDLE - EYE_APART - 40, EYES - 36, 80, 76));
        canvas.draw(new Ellipse2D.Double(MIDDLE + EYE_APART - 40, EYES - 36, 80, 76));
        canvas.draw(new QuadCurve2D.Double(MIDDLE - 13, EYES - 4, MIDDLE, EYES - 12, MIDDLE + 13, EYES - 4));
        canvas.draw(new QuadCurve2D.Double(
                MIDDLE - 92, EYES - 2, MIDDLE - 110, EYES - 8, MIDDLE - look.cheeks(), EYES - 6));
        canvas.draw(new QuadCurve2D.Double(
                MIDDLE + 92, EYES - 2, MIDDLE + 110, EYES - 8, MIDDLE + look.cheeks(), EYES - 6));
    }
}
