package org.yima.platform;

import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * What an operator works with beside the running servers: database, registry and keys, by the same
 * settings as theirs. Answers no calls, does no chores.
 */
@EnableAutoConfiguration
@Import(Foundation.class)
@ComponentScan(
    basePackages = {
      "org.yima.platform.admission",
      "org.yima.platform.audit",
      "org.yima.platform.bill",
      "org.yima.platform.catalogue",
      "org.yima.platform.credential",
      "org.yima.platform.cycle",
      "org.yima.platform.imports",
      "org.yima.platform.institution",
      "org.yima.platform.ledger",
      "org.yima.platform.order",
      "org.yima.platform.outbox",
      "org.yima.platform.person",
      "org.yima.platform.rotation",
      "org.yima.platform.store"
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = ".*(Watch|Reencryption|Expiry|DailySignature)"))
public class Office {
  /**
   * Opens it; the database's tables are brought up to date first, as a server would.
   *
   * @param settings a file of properties or YAML
   */
  public static ConfigurableApplicationContext open(Path settings) {
    return new SpringApplicationBuilder(Office.class)
        .web(WebApplicationType.NONE)
        .properties(
            "spring.config.additional-location=" + settings.toUri(),
            "spring.datasource.hikari.maximum-pool-size=2",
            // Why it does not open is in the exception; who opens it says so once.
            "logging.level.org.springframework.boot.SpringApplication=off",
            "logging.level.org.springframework.boot.diagnostics=off",
            "logging.level.org.springframework.context=error",
            "logging.level.com.zaxxer.hikari=off")
        .run();
  }
}
