package org.yima.platform.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where connections come from; whoever uses the database waits until its tables are there. */
@Configuration
class Connections {
  @Bean
  @DependsOnDatabaseInitialization
  Database database(HikariDataSource pool) {
    var longest = Duration.ofMillis(pool.getConnectionTimeout());
    return new Database(new Turns(pool, pool.getMaximumPoolSize(), longest));
  }
}
