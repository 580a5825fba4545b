package org.lanyard.desk.scan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.verdict.Look;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.GroupDecision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Source;
import org.lanyard.scan.Verdict;

/** Those people of an order on the screen who come in together (R36). On the FX thread. */
final class GroupModel {

    private final ScanServices services;
    private final Workplace workplace;
    private final ObservableSet<Long> picked = FXCollections.observableSet();
    private Optional<Verdict.ChoosePeople> group = Optional.empty();

    GroupModel(ScanServices services, Workplace workplace) {
        this.services = services;
        this.workplace = workplace;
    }

    // All who may come in are picked where the order was just scanned, and nobody after a check-in.
    void begin(Card card) {
        group = card.group();
        picked.clear();
        group.filter(_ -> card.look() == Look.ASK && checksIn()).map(GroupModel::mayComeIn)
                .ifPresent(people -> people.stream()
                        .map(Attendee::id).forEach(picked::add));
    }

    // Those whom one key checks in: a note is asked for one by one.
    static List<Attendee> mayComeIn(Verdict.ChoosePeople group) {
        return group.people().stream().filter(Verdict.Member::comesIn).map(Verdict.Member::attendee).toList();
    }

    boolean checksIn() {
        return workplace.post().mode() instanceof Mode.CheckIn;
    }

    void pick(Attendee attendee, boolean comes) {
        if (comes) {
            picked.add(attendee.id());
        } else {
            picked.remove(attendee.id());
        }
    }

    ObservableSet<Long> picked() {
        return picked;
    }

    int size() {
        return group.map(Verdict.ChoosePeople::people).map(Collection::size).orElse(0);
    }

    Optional<CompletableFuture<GroupDecision>> checkIn() {
        return group.filter(_ -> checksIn() && !picked.isEmpty()).map(order -> {
            List<Attendee> people = order.people().stream().map(Verdict.Member::attendee)
                    .filter(attendee -> picked.contains(attendee.id())).toList();
            return services.gate().checkInAll(workplace.post(), services.scan(order.order(), Source.SEARCH), order.order(),
                    people);
        });
    }
}
