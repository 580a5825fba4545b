package org.lanyard.badge;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamResult;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.XmlInput;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Reads an SVG drawing from outside, within bounds: no document type definition is read, and a script, an event, animation, a
 * reference to another file, or more elements than a badge needs is refused.
 */
final class SvgFile {

    static final int MAX_BYTES = 2_000_000;
    private static final int MAX_ELEMENTS = 20_000;
    private static final int MAX_DEPTH = 100;
    // Copies of copies grow without end; a drawing of a badge has few.
    private static final int MAX_USES = 200;
    private static final Set<String> REFUSED = Set.of("script", "foreignobject", "animate", "animatetransform",
            "animatemotion", "set", "iframe", "audio", "video", "handler", "listener");

    private int elements;
    private int uses;

    private SvgFile() {}

    /** @throws NotPossible when it is no SVG, or holds what a template may not hold */
    static Document parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new NotPossible("badge.template.too-large", MAX_BYTES / 1_000_000);
        }
        Document document = read(bytes);
        Element root = document.getDocumentElement();
        if (!"svg".equals(name(root))) {
            throw new NotPossible("badge.template.no-svg");
        }
        new SvgFile().check(root, 0);
        return document;
    }

    static String text(Document document) {
        StringWriter text = new StringWriter();
        try {
            Transformer plain = TransformerFactory.newDefaultInstance().newTransformer();
            plain.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            plain.transform(new DOMSource(document.getDocumentElement()), new StreamResult(text));
        } catch (TransformerException impossible) {
            throw new IllegalStateException("a drawing that was read cannot be written", impossible);
        }
        return text.toString();
    }

    static String name(Element element) {
        String local = element.getLocalName();
        return local == null ? element.getTagName() : local;
    }

    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Document read(byte[] bytes) {
        DOMResult result = new DOMResult();
        try {
            TransformerFactory.newDefaultInstance().newTransformer()
                    .transform(new StAXSource(XmlInput.open(new ByteArrayInputStream(bytes))), result);
        } catch (XMLStreamException | TransformerException | IllegalArgumentException broken) {
            throw new NotPossible(broken, "badge.template.no-svg");
        }
        return result.getNode() instanceof Document document ? document : result.getNode().getOwnerDocument();
    }

    private void check(Element element, int depth) {
        String name = name(element).toLowerCase(Locale.ROOT);
        uses += name.equals("use") ? 1 : 0;
        if (++elements > MAX_ELEMENTS || depth > MAX_DEPTH || uses > MAX_USES) {
            throw new NotPossible("badge.template.too-many", MAX_ELEMENTS);
        }
        if (REFUSED.contains(name)) {
            throw new NotPossible("badge.template.refused", name(element));
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            check((Attr) attributes.item(i));
        }
        if (name.equals("style")) {
            checkStyle(element.getTextContent());
        }
        for (Element child : children(element)) {
            check(child, depth + 1);
        }
    }

    private static void check(Attr attribute) {
        String name = attribute.getName().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip();
        if (name.startsWith("on")) {
            throw new NotPossible("badge.template.refused", attribute.getName());
        }
        if (name.equals("href") || name.endsWith(":href")) {
            boolean inside = value.startsWith("#") || value.startsWith("data:image/png;base64,")
                    || value.startsWith("data:image/jpeg;base64,");
            if (!inside) {
                throw new NotPossible("badge.template.external", cut(value));
            }
        }
        checkStyle(value);
    }

    // A url(…) may name a part of the drawing itself only.
    private static void checkStyle(String style) {
        String text = style.toLowerCase(Locale.ROOT);
        if (text.contains("@import")) {
            throw new NotPossible("badge.template.external", "@import");
        }
        for (int at = text.indexOf("url("); at >= 0; at = text.indexOf("url(", at + 1)) {
            String target = text.substring(at + 4).strip();
            if (!target.startsWith("#") && !target.startsWith("'#") && !target.startsWith("\"#")) {
                throw new NotPossible("badge.template.external", cut(target));
            }
        }
    }

    private static String cut(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
