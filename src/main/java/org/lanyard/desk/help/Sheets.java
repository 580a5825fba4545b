package org.lanyard.desk.help;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** A page of the manual as sheets of paper, in dark ink, cut between blocks and rows of tables. On the FX thread. */
final class Sheets {

    private static final double WIDTH = 760;
    // What is so little longer than a sheet is made smaller instead of cut: pages that are pinned up.
    private static final double SHRUNK = 1.35;

    private final Pane content;

    /** @param from the upper end of what stands on a sheet */
    record Slice(double from, double to) {

        double height() {
            return to - from;
        }
    }

    Sheets(Pane content, List<String> styles) {
        this.content = content;
        content.setPrefWidth(WIDTH);
        content.getStyleClass().add("on-paper");
        Scene scene = new Scene(content);
        scene.getStylesheets().setAll(styles);
        content.applyCss();
        content.autosize();
        content.layout();
    }

    /** @return false where the printer refused a sheet */
    boolean print(PrinterJob job) {
        PageLayout paper = job.getJobSettings().getPageLayout();
        double width = paper.getPrintableWidth();
        double height = paper.getPrintableHeight();
        return slices(height / width).stream().allMatch(slice -> {
            double scale = Math.min(width / WIDTH, height / slice.height());
            content.setClip(new Rectangle(0, slice.from(), WIDTH, slice.height()));
            content.getTransforms().setAll(new Scale(scale, scale), new Translate(0, -slice.from()));
            return job.printPage(content);
        });
    }

    /** @param proportion a sheet's height to its width */
    List<Slice> slices(double proportion) {
        double sheet = WIDTH * proportion;
        List<Slice> slices = new ArrayList<>();
        double from = 0;
        for (double end : ends()) {
            double start = from;
            while (end - start > sheet * SHRUNK) {
                double cut = lastCut(start, start + sheet);
                slices.add(new Slice(start, cut));
                start = cut;
            }
            slices.add(new Slice(start, end));
            from = end;
        }
        return slices;
    }

    private double[] ends() {
        DoubleStream rules = content.getChildren().stream()
                .filter(block -> block.getStyleClass().contains(PageView.NEW_SHEET))
                .mapToDouble(block -> block.getBoundsInParent().getMinY());
        return DoubleStream.concat(rules, DoubleStream.of(content.getHeight())).toArray();
    }

    private double lastCut(double from, double sheetEnd) {
        return content.getChildren().stream().flatMapToDouble(Sheets::cuts).filter(cut -> cut > from && cut <= sheetEnd)
                .max().orElse(sheetEnd);
    }

    // A heading is never the last on its sheet.
    private static DoubleStream cuts(Node block) {
        if (block.getStyleClass().stream().anyMatch(style -> style.startsWith("manual-h"))) {
            return DoubleStream.empty();
        }
        Bounds bounds = block.getBoundsInParent();
        Stream<Node> rows = block instanceof GridPane table ? table.getChildren().stream() : Stream.empty();
        return DoubleStream.concat(DoubleStream.of(bounds.getMaxY()),
                rows.mapToDouble(cell -> bounds.getMinY() + cell.getBoundsInParent().getMinY()).filter(y -> y > 0));
    }
}
