/** Owns nothing yet. */
package org.yima.settlement;
