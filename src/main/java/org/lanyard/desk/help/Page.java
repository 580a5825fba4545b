package org.lanyard.desk.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** The pages of {@code src/docs/manual}. */
public enum Page {
    INDEX, ORGANIZERS, ROSTERS, VOLUNTEERS, HELPDESK, ADMINISTRATORS, TROUBLE, VENUE, BADGES;

    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".md";
    }

    Node in(Locale language) {
        return read(language(language)).or(() -> read(file())).map(PARSER::parse).orElseThrow();
    }

    private String language(Locale language) {
        return name().toLowerCase(Locale.ROOT) + "_" + language.getLanguage() + ".md";
    }

    /** @param target of a link, such as {@code rosters.md} or {@code volunteers_de.md}, with or without an anchor */
    static Optional<Node> linked(String target) {
        return read(target.replaceFirst("#.*", "")).map(PARSER::parse);
    }

    private static Optional<String> read(String file) {
        try (InputStream text = Page.class.getResourceAsStream(Objects.requireNonNull(file))) {
            return text == null ? Optional.empty()
                    : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
