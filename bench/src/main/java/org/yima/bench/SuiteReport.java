package org.yima.bench;

import java.util.ArrayList;
import java.util.List;
import org.yima.bench.Part.Side;
import org.yima.securitypkg.Suite;

/**
 * What was found for one suite. Times are nanoseconds of processor time a payment.
 *
 * @param requestBytes of the HTTP body of ST007
 * @param replyBytes of the HTTP body of its answer
 * @param parts what a payment cannot do without, each measured by itself
 * @param wholes sealing and opening as the kit and the server really do it; they contain parts
 * @param alone the transaction without HTTP, cryptography and forms
 * @param maximum closed loop, as fast as it goes
 * @param steady open loop at seven tenths of the maximum
 * @param necessary all parts and the transaction together
 * @param ceiling payments a second if these cores did nothing but what is necessary
 * @param ofCeilingPermille the maximum by the ceiling
 * @param usefulPermille what is necessary by what was used; the same ratio as the clock would show
 *     on a machine that has nothing else to do and never idles
 * @param client the hospital's part of what was used
 * @param where what was used, by kind; adds up to {@code maximum.java + maximum.database}
 * @param ledger whether all of it is in the books
 */
public record SuiteReport(
    Suite suite,
    int requestBytes,
    int replyBytes,
    List<Part> parts,
    List<Part> wholes,
    Measured alone,
    Measured maximum,
    Measured steady,
    long necessary,
    long ceiling,
    long ofCeilingPermille,
    long usefulPermille,
    long client,
    List<Slice> where,
    Ledger ledger) {

  /** What one kind of work takes of a payment; the rest may be negative by what noise adds. */
  public record Slice(Kind kind, long nanos) {}

  /** What was measured, before anything is computed from it. */
  record Found(
      Suite suite,
      Specimen specimen,
      List<Part> parts,
      List<Part> wholes,
      Measured alone,
      Measured maximum,
      Measured steady,
      Ledger ledger) {

    /** All parts; the transaction's are measured as a whole. */
    long necessary() {
      return parts.stream().mapToLong(Part::total).sum() + alone.processors();
    }

    private long total(Kind kind) {
      return parts.stream().filter(part -> part.kind() == kind).mapToLong(Part::total).sum();
    }

    private long engine() {
      return parts.stream().filter(part -> part.kind() == Kind.ENGINE).mapToLong(Part::nanos).sum();
    }

    /** The kit as a whole, and of the rest what the client does around it. */
    long client() {
      long kit = sum(wholes, Kind.CRYPTO);
      long xml =
          parts.stream()
              .filter(part -> part.side() == Side.CLIENT && part.name().contains("XML"))
              .mapToLong(Part::total)
              .sum();
      return kit + xml + sum(parts, Kind.HTTP);
    }

    private static long sum(List<Part> parts, Kind kind) {
      return parts.stream()
          .filter(part -> part.side() == Side.CLIENT && part.kind() == kind)
          .mapToLong(Part::total)
          .sum();
    }

    List<Slice> where() {
      List<Slice> slices = new ArrayList<>();
      slices.add(new Slice(Kind.CRYPTO, total(Kind.CRYPTO)));
      slices.add(new Slice(Kind.FORM, total(Kind.FORM)));
      slices.add(new Slice(Kind.ENGINE, engine()));
      slices.add(new Slice(Kind.TRANSACTION, alone.java() - engine()));
      slices.add(new Slice(Kind.DATABASE, maximum.database()));
      slices.add(new Slice(Kind.HTTP, total(Kind.HTTP)));
      long known = slices.stream().mapToLong(Slice::nanos).sum();
      slices.add(new Slice(Kind.REST, maximum.processors() - known));
      return slices;
    }
  }

  static SuiteReport of(Found found) {
    long necessary = Math.max(1, found.necessary());
    long ceiling = Math.max(1, Cpu.cores() * 1_000_000_000L / necessary);
    return new SuiteReport(
        found.suite(),
        found.specimen().request().body().length,
        found.specimen().reply().body().length,
        found.parts(),
        found.wholes(),
        found.alone(),
        found.maximum(),
        found.steady(),
        necessary,
        ceiling,
        found.maximum().perSecond() * 1000 / ceiling,
        necessary * 1000 / Math.max(1, found.maximum().processors()),
        found.client(),
        found.where(),
        found.ledger());
  }
}
