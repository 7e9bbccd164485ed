package org.yima.bench;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run of {@link PayBench} found.
 *
 * @param cores that client, server and database shared
 * @param loadPercent what the machine did in the minute before, in percent of its cores; where it
 *     is not near 0 the rates and latencies say little, and only costs and ratios count
 * @param java the version that ran
 * @param tpcb the yardstick
 * @param suites one for each suite measured
 */
public record Report(
    int cores, long loadPercent, String java, Tpcb tpcb, List<SuiteReport> suites) {

  /** The tables for people: Chinese first, English beside it. */
  public String text() {
    return new ReportText(this).toString();
  }

  /** The same figures for programs; times in nanoseconds. */
  public String json() {
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
  }
}
