package org.yima.platform.person;

import java.util.Arrays;
import java.util.List;

/**
 * One value as a query gives it: part of a larger statement, so that finding it costs no round trip
 * of its own.
 *
 * @param query selects at most one row of one column
 * @param keys its parameters
 */
public record Selection(String query, List<Object> keys) {
  public static Selection of(String query, Object... keys) {
    return new Selection(query, Arrays.asList(keys));
  }
}
