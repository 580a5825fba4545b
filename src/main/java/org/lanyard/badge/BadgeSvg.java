package org.lanyard.badge;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Locale;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

public final class BadgeSvg {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private BadgeSvg() {}

    public static byte[] of(Badge badge) {
        BadgeTemplate template = badge.template();
        Document whole = new Background(template, badge.look()).drawing();
        Element drawing = whole.getDocumentElement();
        Element root = whole.createElementNS(SVG, "svg");
        root.setAttribute("width", number(template.width()) + "mm");
        root.setAttribute("height", number(template.height()) + "mm");
        root.setAttribute("viewBox", "0 0 " + number(template.width()) + " " + number(template.height()));
        whole.replaceChild(root, drawing);
        fit(drawing, template);
        root.appendChild(drawing);
        badge.inks().forEach(ink -> {
            if (ink instanceof Ink.Qr qr) {
                root.appendChild(paper(whole, qr));
            }
            root.appendChild(path(whole, ink));
        });
        return Background.bytes(whole);
    }

    private static void fit(Element drawing, BadgeTemplate template) {
        if (!drawing.hasAttribute("viewBox")) {
            drawing.setAttribute("viewBox", "0 0 " + SvgStyle.length(drawing.getAttribute("width")) + " "
                    + SvgStyle.length(drawing.getAttribute("height")));
        }
        drawing.setAttribute("width", number(template.width()));
        drawing.setAttribute("height", number(template.height()));
    }

    private static Element paper(Document document, Ink.Qr qr) {
        Element paper = document.createElementNS(SVG, "path");
        paper.setAttribute("d", data(qr.box()));
        paper.setAttribute("fill", "#ffffff");
        return paper;
    }

    private static Element path(Document document, Ink ink) {
        Element path = document.createElementNS(SVG, "path");
        switch (ink) {
            case Ink.Outline outline -> {
                path.setAttribute("d", data(outline.shape()));
                path.setAttribute("fill", Background.hex(outline.colour()));
            }
            case Ink.Qr qr -> {
                path.setAttribute("d", data(qr));
                path.setAttribute("shape-rendering", "crispEdges");
            }
        }
        return path;
    }

    private static String data(Ink.Qr qr) {
        StringBuilder data = new StringBuilder();
        double module = qr.module();
        for (int y = 0; y < qr.dark().length; y++) {
            for (int x = 0; x < qr.dark().length; x++) {
                if (qr.dark()[y][x]) {
                    data.append('M').append(number(qr.box().getX() + (x + Ink.Qr.QUIET) * module)).append(' ')
                            .append(number(qr.box().getY() + (y + Ink.Qr.QUIET) * module)).append('h')
                            .append(number(module)).append('v').append(number(module)).append('h')
                            .append(number(-module)).append('z');
                }
            }
        }
        return data.toString();
    }

    private static String data(Shape shape) {
        StringBuilder data = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(new AffineTransform()); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> append(data, 'M', at, 2);
                case PathIterator.SEG_LINETO -> append(data, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> append(data, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> append(data, 'C', at, 6);
                default -> data.append('Z');
            }
        }
        return data.toString();
    }

    private static void append(StringBuilder data, char command, double[] at, int numbers) {
        data.append(command);
        for (int i = 0; i < numbers; i++) {
            data.append(i == 0 ? "" : " ").append(number(at[i]));
        }
    }

    private static String number(double number) {
        String text = String.format(Locale.ROOT, "%.3f", number);
        return text.replaceAll("\\.?0+$", "");
    }
}
