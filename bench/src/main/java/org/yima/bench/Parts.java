package org.yima.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yima.bench.Meter.Work;
import org.yima.bench.Part.Side;

/** Collects what has been measured, one line after the other. */
final class Parts {
  private final Meter meter;
  private final List<Part> parts = new ArrayList<>();

  Parts(Duration each) {
    this.meter = new Meter(each);
  }

  /** Everything added now belongs to one side. */
  From of(Side side, Kind kind) {
    return new From(side, kind);
  }

  /** Adds what was measured otherwise. */
  void add(Part part) {
    parts.add(part);
  }

  List<Part> all() {
    return List.copyOf(parts);
  }

  /** Adds lines of one side and kind. */
  final class From {
    private final Side side;
    private final Kind kind;

    private From(Side side, Kind kind) {
      this.side = side;
      this.kind = kind;
    }

    /** Measures something that a payment needs so many times. */
    From add(String name, int times, Work work) {
      Parts.this.add(new Part(name, side, kind, meter.nanos(work), times));
      return this;
    }
  }
}
