package dev.tracemend.logs;

import java.nio.charset.StandardCharsets;

/** Which pairs of signs logs are full of: a literal is best known by its others. */
final class CommonPairs {
    /** Counted in the logs of services and of a system and in code and prose, most frequent first. */
    private static final String PAIRS =
            " er in re st at on or th se le de ho ed en op sh nt te he co es al us ta 20 ac li p. to ce"
                    + " ti an 6- -2 me io am pa -1 as va ke nd tr it ll 11 ar .s 26 ex ja 00 fi il av et ng ro no un ca is -0 :0 0: tu"
                    + " ou 12 ss lo e. :a ra rd ur ns od ok ai ic ri ha ch 1- 21 64 ck fo 10 om md ul ue ma :1 la 14 80 d6 mo .j ea ut"
                    + " ge 5- .1 :2 na rt :4 ts ve ib pe ad 25 :3 ap ep ct s. nf 0- rs a: po oo 1. tt pr ni qu t. ht rv of 0. em eb --"
                    + " wo 4: .0 tp 24 ig /s ba ms ot id pt 06 pi .a rr si eq ry wi mp 2. pp a. (s wa so hi 08 rn ow -c du fa di el ol"
                    + " au js xe 09 ev ru rc os b1 sw p- up 05 7: 9: ir r= ag -e ay t= .c c- 45 e: s: oc wh .p pl o- be -8 29 ey bl s/"
                    + " nc cl 03 im -n 07 ee .2 16 gi gu da sr =u ef m. og np 23 tc vi n: lf r. e, .l 36 g. 48 r: .r oi f- /a 6: ab lu"
                    + " cr ds ls mi 8: sa sl cu 04 su oa 17 3. iv p/ 22 ie ip .3 sp 01 xt 37 by .t .o ty 1: do /m if d: gr ly .g rm -d"
                    + " ka -i :i go 6. bo fr sk e- l- t- 3- :5 n- ub ki um pu gh ";

    private CommonPairs() {}

    /** Where in a literal (three bytes or more) the rarest four bytes start; in one of three, at its start. */
    static int rarest(byte[] literal) {
        int best = 0;
        for (int at = 1; at + 4 <= literal.length; at++) {
            best = weight(literal, at) < weight(literal, best) ? at : best;
        }
        return best;
    }

    /** Of the four bytes as two threes, of which each is as rare as its rarer pair. */
    private static int weight(byte[] literal, int at) {
        int middle = weightOfPair(literal, at + 1);
        return Math.min(weightOfPair(literal, at), middle) + Math.min(middle, weightOfPair(literal, at + 2));
    }

    private static int weightOfPair(byte[] literal, int at) {
        int rank = PAIRS.indexOf(" " + new String(literal, at, 2, StandardCharsets.US_ASCII) + " ");
        // The first few are by far the most frequent.
        return rank < 0 ? 1 : 10_000 / (rank + 10);
    }
}
