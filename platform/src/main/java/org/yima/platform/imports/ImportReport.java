package org.yima.platform.imports;

import java.util.List;

/**
 * What became of a file.
 *
 * @param sm3 of the file, in hexadecimal
 * @param rows the header not counted
 * @param inserted rows of the file that were new
 * @param updated rows that changed something
 * @param bad everything that was found wrong; if there is anything, nothing was written
 * @param faults the first hundred of it
 */
public record ImportReport(
    String kind,
    String sm3,
    long rows,
    long inserted,
    long updated,
    long bad,
    List<String> faults) {

  public boolean isGood() {
    return bad == 0;
  }

  /** Rows that were there already, as they are. */
  public long unchanged() {
    return isGood() ? rows - inserted - updated : 0;
  }
}
