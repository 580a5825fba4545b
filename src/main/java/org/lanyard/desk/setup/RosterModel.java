package org.lanyard.desk.setup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.Roster;
import org.lanyard.roster.format.Answers;
import org.lanyard.roster.format.RosterDraft;
import org.lanyard.roster.format.RosterFiles;
import org.lanyard.roster.format.table.FileKind;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Role;

/**
 * Imports a roster: reads a file, answers what it leaves open, counts what would change, and imports. Everything that
 * takes time runs in the background; an answer that comes late never replaces a newer one. On the FX thread.
 */
public final class RosterModel {

    private final Workplace workplace;
    private final Roster roster;
    private final RosterFiles files;
    private final RoleTasks tasks;
    private final ReadOnlyObjectWrapper<Optional<OpenFile>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportReport>> forecast = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportReport>> imported = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>(Activity.NONE);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper rows = new ReadOnlyLongWrapper();
    private final Deque<Answers> earlier = new ArrayDeque<>();
    // Ahead of the shown file's while an answer is being understood, so that the next one adds to it.
    private Answers given = Answers.NONE;
    private final AnimationTimer counter = new AnimationTimer() {
        @Override
        public void handle(long now) {
            rows.set(task.rows());
        }
    };
    private boolean prefersNew;
    private ImportTask task = new ImportTask();
    private ImportRequest request = ImportRequest.NOTHING;

    RosterModel(Workplace workplace, Roster roster, RosterFiles files, RoleTasks tasks) {
        this.workplace = workplace;
        this.roster = roster;
        this.files = files;
        this.tasks = tasks;
        open.bind(file.map(Optional::isPresent).flatMap(present -> activity.map(now -> present || now != Activity.NONE)));
    }

    enum Activity { NONE, READING, COUNTING, IMPORTING }

    /** @param draft empty for JSON, which needs no mapping */
    record OpenFile(Path path, Optional<RosterDraft> draft) {

        String name() {
            return path.getFileName().toString();
        }

        boolean hasQuestions() {
            return draft.map(table -> !table.questions().isEmpty()).orElse(false);
        }
    }

    public void open(Path path) {
        earlier.clear();
        file.set(Optional.empty());
        start(Activity.READING, reading -> read(path, Answers.NONE, reading), this::show);
    }

    private OpenFile read(Path path, Answers answers, ImportTask reading) {
        ImportOptions options = ImportRequest.NOTHING.options(List.of(), true);
        return RosterFiles.kind(path) == FileKind.JSON ? new OpenFile(path, Optional.empty())
                : new OpenFile(path, Optional.of(files.open(path, answers, options, reading::count)));
    }

    private void show(OpenFile opened) {
        file.set(Optional.of(opened));
        given = answersShown();
        count();
    }

    void answer(UnaryOperator<Answers> change) {
        draft().ifPresent(shown -> {
            earlier.push(given);
            given = change.apply(given);
            understand(shown, given);
        });
    }

    void undo() {
        draft().filter(_ -> !earlier.isEmpty()).ifPresent(shown -> {
            given = earlier.pop();
            understand(shown, given);
        });
    }

    private Answers answersShown() {
        return draft().map(RosterDraft::answers).orElse(Answers.NONE);
    }

    boolean hasAnswers() {
        return !earlier.isEmpty();
    }

    private Optional<RosterDraft> draft() {
        return file.get().flatMap(OpenFile::draft);
    }

    private void understand(RosterDraft shown, Answers answers) {
        Path path = file.get().orElseThrow().path();
        start(Activity.COUNTING, reading -> answers.sheet().equals(shown.answers().sheet())
                ? new OpenFile(path, Optional.of(shown.with(answers))) : read(path, answers, reading), this::show);
    }

    void setRequest(ImportRequest chosen) {
        if (!chosen.equals(request)) {
            request = chosen;
            boolean answering = !given.equals(answersShown());
            if (file.get().isPresent() && activity.get() != Activity.IMPORTING && !answering) {
                count();
            }
        }
    }

    private void count() {
        forecast.set(Optional.empty());
        OpenFile shown = file.get().orElseThrow();
        if (shown.hasQuestions() || request.isIncomplete()) {
            end();
        } else {
            ImportRequest counted = request;
            start(Activity.COUNTING, running -> run(shown, counted, true, running),
                    report -> forecast.set(Optional.of(report)));
        }
    }

    private ImportReport run(OpenFile shown, ImportRequest chosen, boolean dryRun, ImportTask running) {
        ImportOptions options = chosen.options(roster.conferences(), dryRun);
        return shown.draft().isPresent() ? files.importDraft(shown.draft().get(), options, running::goOn)
                : files.importFile(shown.path(), options, running::count);
    }

    private record Imported(ImportReport report, Optional<Conference> conference) {}

    /**
     * Imports the open file, takes up the conference whose roster it is, and closes the file. Where unusable rows kept
     * everything as it was, the file stays open.
     */
    void importFile() {
        OpenFile shown = file.get().orElseThrow();
        ImportRequest chosen = request;
        Supplier<Boolean> allowed = workplace.allowed(Role.LEAD, () -> true);
        start(Activity.IMPORTING, running -> {
            allowed.get();
            ImportReport report = run(shown, chosen, false, running);
            return new Imported(report, Optional.of(report).filter(ImportReport::applied)
                    .map(applied -> roster.conference(applied.conference())));
        }, result -> {
            forecast.set(Optional.of(result.report()));
            result.conference().ifPresent(conference -> {
                close();
                workplace.at(conference);
                imported.set(Optional.of(result.report()));
            });
        });
    }

    private <T> void start(Activity what, Function<ImportTask, T> work, Consumer<T> done) {
        ImportTask started = new ImportTask();
        task.cancel();
        task = started;
        problem.set("");
        rows.set(0);
        activity.set(what);
        counter.start();
        tasks.read(() -> work.apply(started), result -> {
            if (task == started) {
                end();
                done.accept(result);
            }
        }, why -> {
            if (task == started) {
                end();
                given = answersShown();
                problem.set(why);
            }
        });
    }

    private void end() {
        counter.stop();
        activity.set(Activity.NONE);
    }

    void cancel() {
        task.cancel();
        if (activity.get() != Activity.IMPORTING) {
            task = new ImportTask();
            given = answersShown();
            end();
        }
    }

    void close() {
        cancel();
        file.set(Optional.empty());
        forecast.set(Optional.empty());
    }

    void loadConferences(Consumer<List<Conference>> loaded, Consumer<String> failed) {
        tasks.read(roster::conferences, loaded, failed);
    }

    public void preferNewConference(boolean prefer) {
        prefersNew = prefer;
    }

    boolean prefersNewConference() {
        return prefersNew;
    }

    Conference conference() {
        return workplace.conference();
    }

    void loadKept(Consumer<Optional<Instant>> loaded, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.read(() -> roster.kept(conference).stream().findFirst(), loaded, failed);
    }

    void revert(Consumer<ImportReport> done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.run(Role.LEAD, () -> roster.revert(conference), done, failed);
    }

    void loadDemo(Consumer<Conference> done, Consumer<String> failed) {
        tasks.run(Role.LEAD, files::loadDemo, conference -> {
            workplace.at(conference);
            done.accept(conference);
        }, failed);
    }

    ReadOnlyObjectProperty<Optional<OpenFile>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ImportReport>> forecastProperty() {
        return forecast.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ImportReport>> importedProperty() {
        return imported.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Activity> activityProperty() {
        return activity.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyLongProperty rowsProperty() {
        return rows.getReadOnlyProperty();
    }
}
