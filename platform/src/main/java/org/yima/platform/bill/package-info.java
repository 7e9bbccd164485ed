/**
 * What a hospital charges for a visit: read from 4.4, priced by the catalogue of its place, settled
 * by the rules of its payer, kept as it came out, and written as 4.5. Owns the table {@code
 * settlement}; moves no money.
 */
package org.yima.platform.bill;
