package org.lanyard.desk.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;
import org.lanyard.venue.Door;
import org.lanyard.venue.Venue;

/** The station's name, conference and task, and which products are doors. On the FX thread. */
final class StationModel {

    private final Workplace workplace;
    private final Roster roster;
    private final Venue venue;
    private final RoleTasks tasks;

    StationModel(Workplace workplace, Roster roster, Venue venue, RoleTasks tasks) {
        this.workplace = workplace;
        this.roster = roster;
        this.venue = venue;
        this.tasks = tasks;
    }

    record Choices(List<Conference> conferences, List<String> stations, List<Product> products, List<Mode> tasks,
            List<Door> doors) {}

    Post post() {
        return workplace.post();
    }

    ReadOnlyObjectProperty<Post> postProperty() {
        return workplace.postProperty();
    }

    void load(Consumer<Choices> loaded, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.read(() -> {
            List<Product> products = roster.products(conference);
            return new Choices(roster.conferences(), venue.stations(), products, modes(products), venue.doors(products));
        }, loaded, failed);
    }

    private static List<Mode> modes(List<Product> products) {
        List<Mode> modes = new ArrayList<>(List.of(new Mode.CheckIn(), new Mode.Choose(),
                new Mode.Exit(Optional.empty())));
        products.forEach(product -> modes.add(new Mode.Door(product)));
        products.forEach(product -> modes.add(new Mode.Exit(Optional.of(product))));
        products.stream().filter(product -> product.kind() == Product.Kind.ADDON)
                .forEach(addon -> modes.add(new Mode.Redeem(addon)));
        return modes;
    }

    void rename(String name, Runnable done, Consumer<String> failed) {
        tasks.run(Role.LEAD, () -> venue.station(name), id -> {
            workplace.standAt(id, name);
            done.run();
        }, failed);
    }

    void setConference(Conference chosen) {
        workplace.demand(Role.LEAD);
        workplace.at(chosen);
    }

    void setTask(Mode mode) {
        workplace.demand(Role.LEAD);
        workplace.doing(mode);
    }

    /** @param people empty for no limit */
    void setCapacity(Product door, String people, Runnable done, Consumer<String> failed) {
        tasks.run(Role.LEAD, () -> venue.setCapacity(door, parse(people)), done, failed);
    }

    private static @Nullable Integer parse(String people) {
        String number = people.strip();
        if (!number.matches("[0-9]{0,9}")) {
            throw new NotPossible("number.people", people);
        }
        return number.isEmpty() ? null : Integer.valueOf(number);
    }

    void setRedeemPer(Conference.RedeemPer per, Runnable done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.run(Role.ADMINISTRATOR, () -> roster.set(conference, null, null, per), changed -> {
            workplace.at(changed);
            done.run();
        }, failed);
    }
}
