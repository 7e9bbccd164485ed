package org.yima.platform.catalogue;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yima.platform.background.Chore;

/** Has the catalogues in memory read again when a load has changed them. */
@Component
final class CatalogueWatch implements Chore {
  private final CatalogueRows rows;
  private final Catalogues catalogues;
  private volatile List<String> known = List.of();

  CatalogueWatch(CatalogueRows rows, Catalogues catalogues) {
    this.rows = rows;
    this.catalogues = catalogues;
  }

  @Override
  public String name() {
    return "catalogue-watch";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run() {
    List<String> now = rows.versions();
    if (!now.equals(known)) {
      catalogues.forget();
      known = now;
    }
  }
}
