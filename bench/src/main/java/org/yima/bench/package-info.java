/**
 * Measures, beside its limit, in one run. {@link org.yima.bench.PayBench} pays thousands of bills
 * through the real interface and says how near that came to what the same cores could do with
 * nothing but the work that cannot be left out. How the load is made and what is timed stays here;
 * callers see options and a report.
 */
package org.yima.bench;
