package org.lanyard.badge;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.lanyard.scan.NotPossible;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class Background {

    private final BadgeTemplate template;
    private final Document drawing;

    Background(BadgeTemplate template, Look look) {
        this.template = template;
        this.drawing = (Document) template.background().cloneNode(true);
        colour(drawing.getDocumentElement(), look);
    }

    Document drawing() {
        return drawing;
    }

    /** Draws it with its top left corner at 0, 0, one unit a millimetre. */
    void draw(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        LoaderContext closed = LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL).build();
        SVGDocument loaded =
                Optional.ofNullable(new SVGLoader().load(new ByteArrayInputStream(bytes(drawing)), null, closed))
                        .orElseThrow(() -> new NotPossible("badge.template.no-svg"));
        loaded.render((java.awt.Component) null, graphics,
                new ViewBox(0, 0, (float) template.width(), (float) template.height()));
    }

    static byte[] bytes(Document document) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            writer.transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException unexpected) {
            throw new IllegalStateException("a document that was read can be written", unexpected);
        }
    }

    static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
    }

    private static void colour(Element element, Look look) {
        if (!look.ticket() && SvgStyle.classes(element).contains(SvgStyle.WITH_TICKET)) {
            element.getParentNode().removeChild(element);
            return;
        }
        if (SvgStyle.classes(element).contains(SvgStyle.TICKET_COLOUR)) {
            boolean stroked = SvgStyle.own(element, "stroke").filter(paint -> !paint.equals("none")).isPresent();
            String paint = stroked && SvgStyle.own(element, "fill").filter("none"::equals).isPresent() ? "stroke" : "fill";
            String others = element.getAttribute("style").replaceAll("(^|;)\\s*" + paint + "\\s*:[^;]*", "");
            element.setAttribute("style",
                    paint + ":" + hex(look.ticketColour()) + (others.startsWith(";") || others.isEmpty() ? "" : ";")
                            + others);
        }
        SvgFile.children(element).forEach(child -> colour(child, look));
    }
}
