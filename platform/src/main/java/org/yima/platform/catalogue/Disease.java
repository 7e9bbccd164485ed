package org.yima.platform.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * One diagnosis of a district's list of diseases (ka19).
 *
 * @param categories what it may be treated as, by the scheme's own codes
 */
public record Disease(String code, String name, List<String> categories, LocalDate from) {
  public Disease {
    categories = List.copyOf(categories);
  }
}
