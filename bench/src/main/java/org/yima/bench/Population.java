package org.yima.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.yima.platform.Desk;
import org.yima.platform.credential.CodeService;
import org.yima.platform.credential.EcQuery;
import org.yima.platform.credential.Scan;
import org.yima.platform.person.CardNumber;
import org.yima.platform.person.Enrolments;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.NewPerson;
import org.yima.platform.person.PersonName;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.protocol.Element;
import org.yima.sandbox.World.Place;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Money;

/** Invented employees enough that payments seldom meet in one account, and scans of their codes. */
final class Population {
  private static final String DISTRICT = "530400";
  private static final int AT_ONCE = 25;
  private static final int SCANNERS = 16;

  private final Stage stage;
  private final Clock clock;
  private final List<NewPerson> people;
  private final AtomicInteger turn = new AtomicInteger();

  private Population(Stage stage, Clock clock, List<NewPerson> people) {
    this.stage = stage;
    this.clock = clock;
    this.people = people;
  }

  static Population enter(Stage stage, Clock clock, int count) {
    List<NewPerson> people = IntStream.range(0, count).mapToObj(Population::person).toList();
    var enrolments = stage.part(Enrolments.class);
    for (int from = 0; from < count; from += AT_ONCE) {
      List<NewPerson> some = people.subList(from, Math.min(count, from + AT_ONCE));
      stage
          .part(Database.class)
          .transaction(session -> {
            var batch = new Batch();
            some.forEach(person -> enrolments.enter(batch, person));
            session.runAndCommit(batch);
            return some;
          });
    }
    return new Population(stage, clock, people);
  }

  /** Ids begin with a region that does not exist. */
  private static NewPerson person(int index) {
    return new NewPerson(
        DISTRICT,
        "53049%05d".formatted(index),
        new IdNumber(IdNumber.RESIDENT_ID, "990001198001%06d".formatted(index)),
        new PersonName("测试压" + index),
        new CardNumber("B%08d".formatted(index)),
        "9",
        LocalDate.of(1980, 1, 1),
        "EBENCH",
        "示例压测厂",
        Scheme.EMPLOYEE,
        false,
        false,
        LocalDate.of(2023, 1, 1),
        Money.of("5000.00"));
  }

  /** Shows and decodes so many codes at a place; good for four minutes, one payment each. */
  List<Scan> scans(Place place, int count) {
    var scans = new AtomicReferenceArray<Scan>(count);
    var next = new AtomicInteger();
    Crew.run(
        SCANNERS,
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            scans.set(i, scan(place, people.get(turn.getAndIncrement() % people.size())));
          }
        });
    return IntStream.range(0, count).mapToObj(scans::get).toList();
  }

  private Scan scan(Place place, NewPerson person) {
    String code =
        stage.part(CodeService.class).show(person.district(), person.number()).orElseThrow();
    var call = new Call(place.institution(), place.system(), clock.instant());
    Outcome<EcQuery.Decoded> decoded =
        stage
            .part(Desk.class)
            .perform(stage.part(EcQuery.class), Desk.Job.of(call, "ec.query", query(place, code)));
    if (decoded instanceof Outcome.Done<EcQuery.Decoded>(var answer)
        && answer.holder().isPresent()) {
      return new Scan(code, answer.holder().get().token(), person.id(), person.name());
    }
    throw new IllegalStateException("a fresh code was not decoded: " + decoded);
  }

  private static Element query(Place place, String code) {
    List<Element> data =
        List.of(Element.text("businessType", "01301"), Element.text("ecQrCode", code));
    return Element.of(
        "transdata",
        List.of(Element.text("orgId", place.institution().code()), Element.of("data", data)));
  }
}
