package org.yima.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.yima.platform.person.CardNumber;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.NewPerson;
import org.yima.platform.person.PersonName;
import org.yima.sandbox.World.Place;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Money;

/**
 * One sandbox for all tests that ask for a {@code Scene}: its places of treatment, a clock that the
 * tests set, and a look into its database. Starting one costs seconds, so it is started once and
 * closed after the last test. Tests do not rely on each other's order: each takes order numbers of
 * its own, and the clock is put back after each.
 */
final class Scene implements AutoCloseable {
  static final String HOSPITAL = "04010089";
  static final String TOWNSHIP_RSA = "04010002";
  static final String PHARMACY = "04020001";
  static final String COUNTY_LEGACY = "04010003";

  /** A Tuesday morning. */
  static final Instant MORNING =
      LocalDateTime.of(2026, 3, 10, 10, 0).atZone(Hospital.ZONE).toInstant();

  private static final AtomicInteger ORDERS = new AtomicInteger();
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  final SettableClock clock = new SettableClock(MORNING, Hospital.ZONE);
  final Sandbox sandbox;
  final Tables tables;
  private final Path folder;
  private final Map<String, Hospital> places = new TreeMap<>();
  private int registryMoves;
  private Supplier<URI> way;

  private Scene() {
    try {
      folder = Files.createTempDirectory("yima-scene");
      sandbox = Sandbox.start(folder, 0, clock);
      tables = new Tables(sandbox);
      way = sandbox::gateway;
      for (Place place : World.places()) {
        Hospital at = new Hospital(sandbox, place, clock).through(() -> way.get());
        places.put(place.institution().code(), at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Hospital at(String hospcode) {
    return Objects.requireNonNull(places.get(hospcode), hospcode);
  }

  /** From now on all tills ask this before each call where to post it. */
  void through(Supplier<URI> other) {
    way = other;
  }

  Hospital hospital() {
    return at(HOSPITAL);
  }

  /** An order number that no other test has. */
  static String number() {
    return "N" + ORDERS.incrementAndGet();
  }

  /** Signs operator 01 in, or finds that he is. */
  String localCycle(Hospital at) {
    return at.signIn("01", "0");
  }

  /** The ward of a hospital, in the cycle of its operator 01. */
  Ward ward(Hospital at) {
    return new Ward(at, localCycle(at));
  }

  Ward ward() {
    return ward(hospital());
  }

  /** An employee nobody has paid for yet, with so much in the account. */
  World.Inhabitant newcomer(String balance) {
    return newcomer(balance, Map.of());
  }

  /** The same with approvals for chronic disease. */
  World.Inhabitant newcomer(String balance, Map<MedicalType, String> approvals) {
    return settled(person("530400", balance), approvals);
  }

  /** An employee of any district. */
  World.Inhabitant newcomerOf(String district) {
    return settled(person(district, "0.00"), Map.of());
  }

  private World.Inhabitant settled(NewPerson person, Map<MedicalType, String> approvals) {
    var newcomer = new World.Inhabitant(person.name().value(), person, approvals);
    sandbox.settle(newcomer);
    return newcomer;
  }

  /** An employee whom no other test has. */
  static NewPerson person(String district, String balance) {
    int number = PEOPLE.incrementAndGet();
    return new NewPerson(
        district,
        "53049%05d".formatted(number),
        new IdNumber(IdNumber.RESIDENT_ID, "99000019850101%04d".formatted(number)),
        new PersonName("测试新人" + number),
        new CardNumber("D998%05d".formatted(number)),
        "1",
        LocalDate.of(1985, 1, 1),
        null,
        null,
        Scheme.EMPLOYEE,
        false,
        false,
        World.BEGINNING,
        Money.of(balance));
  }

  /** A good order of this person with a fresh scan and no lines yet. */
  Hospital.Order order(Hospital at, String who) {
    return at.order(number(), localCycle(at), at.scan(Hospital.person(who)));
  }

  /**
   * Makes the server read its registry again, as it does by itself every two seconds: at a moment
   * at which it cannot have looked already.
   */
  void registryMoved() {
    tables.tell("update registry_version set version = version + 1");
    registryMoves++;
    clock.advance(Duration.ofSeconds(3L * registryMoves));
  }

  @Override
  public void close() throws IOException {
    tables.close();
    sandbox.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Gives the one scene to every test that has such a parameter. */
  static final class Shared implements ParameterResolver, AfterEachCallback {
    private static Scene of(ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.GLOBAL)
          .computeIfAbsent(Scene.class, type -> new Scene(), Scene.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return of(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
      of(context).clock.set(MORNING);
      of(context).through(of(context).sandbox::gateway);
    }
  }
}
