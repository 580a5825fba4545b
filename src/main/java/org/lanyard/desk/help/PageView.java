package org.lanyard.desk.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;

/** Turns a page of the manual into nodes. On the FX thread. */
final class PageView extends AbstractVisitor {

    /** Style of a rule; a new sheet of paper begins at it. */
    static final String NEW_SHEET = "manual-rule";

    private final Consumer<String> follow;
    private Pane blocks;
    private TextFlow line = new TextFlow();
    private final List<String> styles = new ArrayList<>();

    private PageView(Pane blocks, Consumer<String> follow) {
        this.blocks = blocks;
        this.follow = follow;
    }

    static Pane of(Node page, Consumer<String> follow) {
        VBox content = new VBox();
        content.getStyleClass().add("manual");
        page.accept(new PageView(content, follow));
        return content;
    }

    static Optional<javafx.scene.Node> heading(Pane content, String heading) {
        return content.getChildren().stream().filter(block -> block instanceof TextFlow line
                && line.getStyleClass().contains("manual-h2") && words(line).equals(heading)).findFirst();
    }

    private static String words(TextFlow line) {
        return line.getChildren().stream().map(piece -> ((Text) piece).getText()).collect(Collectors.joining());
    }

    @Override
    public void visit(Heading heading) {
        flow(heading, "manual-h" + heading.getLevel());
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof Image) {
            return;
        }
        flow(paragraph, "manual-text");
    }

    private void flow(Node block, String style) {
        line = new TextFlow();
        line.getStyleClass().add(style);
        blocks.getChildren().add(line);
        visitChildren(block);
    }

    @Override
    public void visit(BulletList list) {
        items(list, _ -> "\u2022");
    }

    @Override
    public void visit(OrderedList list) {
        items(list, number -> number + ".");
    }

    private void items(Node list, java.util.function.IntFunction<String> mark) {
        int number = 1;
        for (Node item = list.getFirstChild(); item instanceof ListItem; item = item.getNext()) {
            Text before = new Text(mark.apply(number++));
            before.getStyleClass().add("manual-mark");
            VBox content = new VBox();
            TextFlow marked = new TextFlow(before);
            marked.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(marked, content);
            row.getStyleClass().add("manual-item");
            HBox.setHgrow(content, Priority.ALWAYS);
            inside(content, item);
            blocks.getChildren().add(row);
        }
    }

    @Override
    public void visit(BlockQuote quote) {
        VBox content = new VBox();
        content.getStyleClass().add("manual-quote");
        inside(content, quote);
        blocks.getChildren().add(content);
    }

    @Override
    public void visit(ThematicBreak end) {
        Region rule = new Region();
        rule.getStyleClass().add(NEW_SHEET);
        blocks.getChildren().add(rule);
    }

    private void inside(Pane content, Node node) {
        Pane outside = blocks;
        blocks = content;
        visitChildren(node);
        blocks = outside;
    }

    @Override
    public void visit(FencedCodeBlock code) {
        Text text = new Text(code.getLiteral().stripTrailing());
        text.getStyleClass().add("manual-code");
        TextFlow flow = new TextFlow(text);
        flow.getStyleClass().add("manual-quote");
        blocks.getChildren().add(flow);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            table(table);
        }
    }

    private void table(TableBlock table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("manual-table");
        int row = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node each = part.getFirstChild(); each instanceof TableRow; each = each.getNext()) {
                row(grid, row++, each, part instanceof TableHead ? "manual-head" : "manual-cell");
            }
        }
        for (int column = 0; column < grid.getColumnCount(); column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth((column == 0 ? 80.0 : 100.0) / grid.getColumnCount());
            grid.getColumnConstraints().add(share);
        }
        blocks.getChildren().add(grid);
    }

    private void row(GridPane grid, int row, Node cells, String style) {
        int column = 0;
        for (Node cell = cells.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
            line = new TextFlow();
            line.getStyleClass().add(style);
            GridPane.setValignment(line, VPos.TOP);
            grid.add(line, column++, row);
            visitChildren(cell);
        }
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak end) {
        add(" ");
    }

    @Override
    public void visit(HardLineBreak end) {
        add("\n");
    }

    @Override
    public void visit(Code code) {
        styled("manual-code", () -> add(code.getLiteral()));
    }

    @Override
    public void visit(StrongEmphasis strong) {
        styled("manual-strong", () -> visitChildren(strong));
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled("manual-emphasis", () -> visitChildren(emphasis));
    }

    private void styled(String style, Runnable content) {
        styles.add(style);
        content.run();
        styles.removeLast();
    }

    private void add(String words) {
        Text text = new Text(words);
        text.getStyleClass().addAll(styles);
        line.getChildren().add(text);
    }

    @Override
    public void visit(Image picture) {}

    @Override
    public void visit(Link link) {
        TextFlow outside = line;
        line = new TextFlow();
        visitChildren(link);
        Hyperlink target = new Hyperlink(words(line));
        line = outside;
        target.setOnAction(_ -> follow.accept(link.getDestination()));
        line.getChildren().add(target);
    }
}
