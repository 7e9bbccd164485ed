package org.yima.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yima.bench.Load.Client;
import org.yima.bench.Part.Side;
import org.yima.platform.credential.Scan;
import org.yima.platform.transaction.Call;
import org.yima.securitypkg.KeyRing;

/** All that is measured for one suite, in the order in which it is measured. */
final class Trials {
  /** Codes are made beforehand, for somewhat more payments than there will be. */
  private static final int MOST_SCANS = 40_000;

  private static final int ORIENTATION = 400;
  private static final int MOST_ECHOES = 1_000_000;

  private final Stage stage;
  private final Population people;
  private final Clock clock;
  private final PayBench.Options options;
  private final Cashier cashier;
  private int told;
  private int series;

  Trials(Stage stage, Population people, Clock clock, PayBench.Options options, Cashier cashier) {
    this.stage = stage;
    this.people = people;
    this.clock = clock;
    this.options = options;
    this.cashier = cashier;
  }

  SuiteReport run() {
    BareCrypto bare = bare();
    Scan scan = people.scans(cashier.place(), 1).getFirst();
    Specimen specimen = Specimen.pay(stage, cashier, scan, bare);
    told++;
    Measured warm = warmUp();
    List<Part> wholes = wholes(specimen);
    List<Part> parts = parts(bare, specimen);
    Measured alone = alone(specimen, warm);
    Measured maximum = pay(warm.perSecond(), 0);
    Measured steady = pay(maximum.perSecond(), Math.max(1, maximum.perSecond() * 7 / 10));
    return SuiteReport.of(
        new SuiteReport.Found(
            cashier.suite(),
            specimen,
            parts,
            wholes,
            alone,
            maximum,
            steady,
            Ledger.of(stage, cashier, told)));
  }

  private BareCrypto bare() {
    return stage.part(KeyRing.class).certificates().stream()
        .filter(each -> each.fits(cashier.suite()) && each.isForEncryption())
        .findFirst()
        .map(each -> BareCrypto.of(cashier.suite(), each))
        .orElseThrow();
  }

  /** First a few, which says how many the next load needs. */
  private Measured warmUp() {
    Measured first = load(ORIENTATION, options.warmUp(), 0);
    return load(scansFor(first.perSecond(), options.warmUp()), options.warmUp(), 0);
  }

  private List<Part> wholes(Specimen specimen) {
    var wholes = new Parts(options.primitive());
    WholeParts.measure(wholes, stage, cashier, specimen);
    return wholes.all();
  }

  private List<Part> parts(BareCrypto bare, Specimen specimen) {
    var parts = new Parts(options.primitive());
    new CryptoParts(stage, cashier, bare, specimen).measure(parts);
    new FormParts(cashier, specimen).measure(parts);
    EnginePart.measure(parts, stage, LocalDate.ofInstant(clock.instant(), Call.ZONE));
    new KeepingParts(stage, cashier.place(), clock).measure(parts, Specimen.ORDER);
    echo(parts, specimen);
    return parts.all();
  }

  /** HTTP alone: the same bytes there and back. What the client's thread used is its part. */
  private void echo(Parts parts, Specimen specimen) {
    byte[] body = specimen.request().body();
    var to = stage.echo(specimen.reply().body().length);
    try (var wire = new Wire(to)) {
      long client = new Meter(options.primitive()).nanos(() -> wire.post(body));
      var load = new Load(stage.cpu(), options.clients(), MOST_ECHOES, options.alone());
      long both = load.atMost(() -> new Post(to, body)).java();
      client = Math.min(client, both);
      parts.add(new Part("HTTP 往返 exchange", Side.CLIENT, Kind.HTTP, client, 1));
      parts.add(new Part("HTTP 往返 exchange", Side.SERVER, Kind.HTTP, both - client, 1));
    }
  }

  /** Posts the same bytes again and again. */
  private static final class Post implements Client {
    private final Wire wire;
    private final byte[] body;

    Post(URI to, byte[] body) {
      this.wire = new Wire(to);
      this.body = body;
    }

    @Override
    public @Nullable String call(int number) throws IOException {
      wire.post(body);
      return null;
    }

    @Override
    public void close() {
      wire.close();
    }
  }

  /** The transaction without HTTP, cryptography and forms. */
  private Measured alone(Specimen specimen, Measured warm) {
    Duration duration = options.alone();
    List<Scan> scans = people.scans(cashier.place(), scansFor(2 * warm.perSecond(), duration));
    var request = new FormParts(cashier, specimen).checked();
    var handler = new Handler(stage, clock, cashier.place(), request, scans);
    var load = new Load(stage.cpu(), options.clients(), scans.size(), duration);
    return told(load.atMost(() -> handler));
  }

  /** Whole payments; {@code pace} 0: as many as there can be, else so many a second. */
  private Measured pay(long expected, long pace) {
    stage.checkpoint();
    return load(scansFor(pace == 0 ? expected : pace, options.load()), options.load(), pace);
  }

  private Measured load(int most, Duration duration, long pace) {
    List<Scan> scans = people.scans(cashier.place(), most);
    series++;
    Supplier<Client> client = () -> new Till(cashier, new Wire(stage.gateway()), scans, series);
    int clients = pace == 0 ? options.clients() : 2 * options.clients();
    var load = new Load(stage.cpu(), clients, most, duration);
    return told(pace == 0 ? load.atMost(client) : load.paced(client, pace));
  }

  private Measured told(Measured measured) {
    told += measured.paid();
    return measured;
  }

  private static int scansFor(long perSecond, Duration duration) {
    long wanted = perSecond * duration.toSeconds() * 3 / 2 + ORIENTATION;
    return (int) Math.min(MOST_SCANS, wanted);
  }

  /** One client that pays, each order with a number of its own. */
  private record Till(Cashier cashier, Wire wire, List<Scan> scans, int series) implements Client {
    @Override
    public @Nullable String call(int number) throws IOException {
      return cashier.pay(wire, "BENCH-" + series + "-" + number, scans.get(number));
    }

    @Override
    public void close() {
      wire.close();
    }
  }
}
