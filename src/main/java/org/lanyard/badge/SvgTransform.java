package org.lanyard.badge;

import java.awt.geom.AffineTransform;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads {@code transform="…"} of SVG (https://www.w3.org/TR/SVG11/coords.html#TransformAttribute). */
final class SvgTransform {

    private static final Pattern STEP = Pattern.compile("(\\w+)\\s*\\(([^)]*)\\)");

    private SvgTransform() {}

    static AffineTransform toDrawing(Element element) {
        AffineTransform whole = new AffineTransform();
        for (Node node = element; node instanceof Element each; node = each.getParentNode()) {
            whole.preConcatenate(parse(each.getAttribute("transform")));
        }
        return whole;
    }

    static AffineTransform parse(String text) {
        AffineTransform whole = new AffineTransform();
        Matcher steps = STEP.matcher(text);
        while (steps.find()) {
            double[] numbers = Stream.of(steps.group(2).strip().split("[\\s,]+")).filter(part -> !part.isEmpty())
                    .mapToDouble(SvgStyle::length).toArray();
            whole.concatenate(step(steps.group(1), numbers));
        }
        return whole;
    }

    private static AffineTransform step(String name, double[] n) {
        return switch (name + n.length) {
            case "translate1" -> AffineTransform.getTranslateInstance(n[0], 0);
            case "translate2" -> AffineTransform.getTranslateInstance(n[0], n[1]);
            case "scale1" -> AffineTransform.getScaleInstance(n[0], n[0]);
            case "scale2" -> AffineTransform.getScaleInstance(n[0], n[1]);
            case "rotate1" -> AffineTransform.getRotateInstance(Math.toRadians(n[0]));
            case "rotate3" -> AffineTransform.getRotateInstance(Math.toRadians(n[0]), n[1], n[2]);
            case "skewX1" -> AffineTransform.getShearInstance(Math.tan(Math.toRadians(n[0])), 0);
            case "skewY1" -> AffineTransform.getShearInstance(0, Math.tan(Math.toRadians(n[0])));
            case "matrix6" -> new AffineTransform(n);
            default -> new AffineTransform();
        };
    }
}
