using System.Text.RegularExpressions;

namespace RelationalPractice.Collation;

/// <summary>
/// Finds in an answer what may say who somebody is. It only proposes: each finding is hidden or left by a person. What it cannot know, such as
/// the name of a child, it does not find.
/// </summary>
public static partial class IdentifierScan
{
    private const int Timeout = 2000;

    private static readonly HashSet<string> OrdinaryWords =
        [.. CollationSeeds.Lines("ordinary-words").SelectMany(line => line.Split(' '))];

    /// <returns>In the order of the text; none overlaps another.</returns>
    public static IReadOnlyList<Proposal> Find(string text, KnownIdentifiers known)
    {
        var measured = new CodePointText(text);
        var found = new List<Proposal>();
        // The surest first: where two overlap, the first stays and the other goes.
        foreach (var (start, length, kind) in Patterns(text).Concat(Schools(text, known)).Concat(Names(text, known)).Concat(HiddenBefore(text, known)))
        {
            if (measured.SnapUnits(start, length) is { } stretch && !found.Exists(other => other.Stretch.Overlaps(stretch)))
            {
                found.Add(new Proposal(stretch, kind, measured.Words(stretch)));
            }
        }

        return [.. found.OrderBy(proposal => proposal.Stretch.Start)];
    }

    /// <summary>The checksum of an NHS number (NHS Data Dictionary: modulus 11 over the first nine digits).</summary>
    public static bool IsNhsNumber(string tenDigits)
    {
        var check = 11 - (tenDigits[..9].Select((digit, place) => (digit - '0') * (10 - place)).Sum() % 11);
        return check != 10 && (check == 11 ? 0 : check) == tenDigits[9] - '0';
    }

    private static IEnumerable<(int Start, int Length, RedactionKind Kind)> Patterns(string text)
    {
        foreach (Match match in Email().Matches(text))
        {
            yield return (match.Index, match.Length, RedactionKind.Email);
        }

        foreach (Match match in Labelled(text, SocialAddress(), SocialHandle()))
        {
            yield return Group(match, RedactionKind.SocialHandle);
        }

        foreach (Match match in TenDigits().Matches(text))
        {
            if (match.Groups["nhs"].Success || IsNhsNumber(Digits(match.Groups["it"].Value)))
            {
                yield return Group(match, RedactionKind.NhsNumber);
            }
        }

        foreach (Match match in TelephoneShape().Matches(text))
        {
            if (IsTelephone(Digits(match.Value)))
            {
                yield return (match.Index, match.Length, RedactionKind.Telephone);
            }
        }

        foreach (Match match in Labelled(text, NumericDate(), DateInWords(), BirthdayInWords()))
        {
            yield return Group(match, RedactionKind.DateOfBirth);
        }

        foreach (Match match in Labelled(text, AddressWithNumber(), RoadByName()))
        {
            yield return Group(match, RedactionKind.Address);
        }

        foreach (Match match in Postcode().Matches(text))
        {
            yield return (match.Index, match.Length, RedactionKind.Postcode);
        }

        foreach (Match match in Labelled(text, CaseNumber(), LongNumber()))
        {
            yield return Group(match, RedactionKind.CaseNumber);
        }
    }

    private static IEnumerable<Match> Labelled(string text, params IEnumerable<Regex> patterns) =>
        patterns.SelectMany(pattern => pattern.Matches(text));

    private static (int Start, int Length, RedactionKind Kind) Group(Match match, RedactionKind kind) =>
        match.Groups["it"] is { Success: true } it ? (it.Index, it.Length, kind) : (match.Index, match.Length, kind);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    // 10 or 11 digits from the 0 on; +44 and 0044 stand for that 0, which some write as well: +44 (0)7700 900123.
    private static bool IsTelephone(string digits)
    {
        var national = digits.StartsWith("0044", StringComparison.Ordinal) ? digits[4..]
            : digits.StartsWith("44", StringComparison.Ordinal) ? digits[2..]
            : digits;
        return national.TrimStart('0').Length is 9 or 10;
    }

    private static IEnumerable<(int Start, int Length, RedactionKind Kind)> Schools(string text, KnownIdentifiers known)
    {
        foreach (var school in known.Schools)
        {
            foreach (var start in WholeWords.In(text, school))
            {
                yield return (start, school.Length, RedactionKind.School);
            }
        }

        foreach (Match match in SchoolByKind().Matches(text))
        {
            yield return Group(match, RedactionKind.School);
        }
    }

    private static IEnumerable<(int Start, int Length, RedactionKind Kind)> HiddenBefore(string text, KnownIdentifiers known) =>
        from hidden in known.HiddenElsewhere
        from start in WholeWords.In(text, hidden.Words)
        select (start, hidden.Words.Length, hidden.Kind);

    private static IEnumerable<(int Start, int Length, RedactionKind Kind)> Names(string text, KnownIdentifiers known)
    {
        foreach (Match match in Labelled(text, TitleAndName(), RelativeAndName()))
        {
            yield return Group(match, RedactionKind.Name);
        }

        (int Start, int End)? name = null;
        foreach (Match word in NameWord().Matches(text))
        {
            if (!IsName(word.Value, known.NameWords))
            {
                continue;
            }

            if (name is { } before && BetweenNames().IsMatch(text[before.End..word.Index]))
            {
                name = (before.Start, word.Index + word.Length);
                continue;
            }

            if (name is { } whole)
            {
                yield return (whole.Start, whole.End - whole.Start, RedactionKind.Name);
            }

            name = (word.Index, word.Index + word.Length);
        }

        if (name is { } last)
        {
            yield return (last.Start, last.End - last.Start, RedactionKind.Name);
        }
    }

    private static bool IsName(string word, IReadOnlySet<string> names)
    {
        var folded = NameWords.Fold(word);
        return names.Contains(folded) && (char.IsUpper(word[0]) || !char.IsLower(word[0]) || (folded.Length > 2 && !OrdinaryWords.Contains(folded)));
    }

    [GeneratedRegex(@"[\w.+'-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}", RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?:https?://)?(?:www\.|m\.)?(?:facebook|instagram|tiktok|twitter|x|snapchat|linkedin|youtube)\.com/[\w.@/?=&%-]{2,100}", RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex SocialAddress();

    [GeneratedRegex(@"(?<![\w@.])(?<it>@\w[\w.]{1,40})|\b(?:snap|snapchat|insta|instagram|tiktok|tik tok|facebook|fb|twitter|whatsapp|discord|xbox)\b(?:\s+(?:name|user ?name|handle|account|gamertag))?(?:\s+is|\s*:|\s*=)\s*(?<it>@?\w[\w.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex SocialHandle();

    [GeneratedRegex(@"(?<![\d+])(?<nhs>\bnhs\b[^\d\n]{0,20})?(?<it>\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex TenDigits();

    [GeneratedRegex(@"(?<![\d\p{L}])(?:\+\s?44|0044|\(?0)(?:[ ().–/-]{0,3}\d){8,12}(?!\d)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex TelephoneShape();

    [GeneratedRegex(@"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])\s?[/.-]\s?(?:0?[1-9]|1[0-2])\s?[/.-]\s?(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?\s+)(?:(?:19|20)\d{2}|'\d{2})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex DateInWords();

    [GeneratedRegex(@"\b(?:born|birthday|d\.?o\.?b\.?|date of birth)\b[^\d\n.]{0,20}(?<it>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex BirthdayInWords();

    [GeneratedRegex(@"(?<![\d\p{L}])(?:(?i:flat|apartment|unit|room)\s+\w{1,4},?\s+)?\d{1,4}[a-zA-Z]?,?\s+(?:(?:[\p{L}'’]+\s+){1,2}(?i:street|road|avenue|crescent|terrace|mews)|(?:\p{Lu}[\p{L}'’]*\s+){1,3}(?:St|Rd|Ave|Ln|Lane|Close|Drive|Dr|Way|Court|Gardens|Grove|Place|Square|Hill|Park|Row|Walk|View|Rise|Green|House|Villas))\b", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex AddressWithNumber();

    [GeneratedRegex(@"\b(?:\p{Lu}[\p{L}'’]+\s+){1,2}(?:Street|Road|Avenue|Lane|Crescent|Terrace|Close|Drive|Mews|Gardens|Grove)\b", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex RoadByName();

    [GeneratedRegex(@"\b(?:GIR\s?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\b(?:case|file|ref|reference|mosaic|lcs|ics|liquidlogic|eclipse|court|client|person)\b\.?(?:\s+(?:number|no|num|id|ref|reference)\b\.?)?(?:\s+is)?\s*[:#]?\s*(?<it>[A-Z]{0,4}[-/]?\d[\dA-Z/-]{2,20})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex CaseNumber();

    [GeneratedRegex(@"(?<![\d.,£$€/-])\d{6,9}(?![\d/-]|[.,]\d)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"\b(?<it>(?:(?:St\.?|\p{Lu}[\p{L}'’.-]*|C of E|RC|of|the|and|&)\s+){0,5}(?!(?:My|Our|Your|His|Her|Their|The|This|That|At|In|A|And|But|Every|No|After|Before|New|Old|Primary|Secondary|High|Special|Nursery)\b)\p{Lu}[\p{L}'’.-]*\s+(?:(?i:primary|infants?|junior|secondary|high|grammar|nursery|special|community|catholic|girls|boys)\s+){0,2}(?i:schools?|academy|sixth form|college|nursery|pre-?school|playgroup))\b", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex SchoolByKind();

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|mr|mrs|ms|miss|dr)\b\.?\s+(?<it>\p{Lu}[\p{L}\p{M}'’-]*(?:\s+\p{Lu}[\p{L}\p{M}'’-]+)?)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex TitleAndName();

    [GeneratedRegex(@"\b(?i:sons?|daughters?|boys?|girls?|brother|sister|partner|husband|wife|mum|dad|nan|grandsons?|granddaughters?|nephew|niece|baby|named|called|our|little)\s+(?<it>(?!(?:I|Social|Worker|School|Mum|Dad|Nan|Team|Family|House|SW|GP|He|She|They|We|And|But|The|My)\b)\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}(?:\s+(?:and|&)\s+\p{Lu}[\p{L}\p{M}'’-]*\p{Ll})?)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex RelativeAndName();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*(?:['’](?!s\b)[\p{L}\p{M}]+)*", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"^(?:[ \u00A0]{1,2}|\s?-\s?|\.\s?)$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex BetweenNames();
}

/// <summary>What the authority and the response itself tell of people, to look for in what was written.</summary>
/// <param name="NameWords">Folded words of names of staff, of the respondent and of the worker as typed.</param>
/// <param name="HiddenElsewhere">Words that somebody has hidden in another place of the same response.</param>
public sealed record KnownIdentifiers(
    IReadOnlySet<string> NameWords, IReadOnlyList<string> Schools, IReadOnlyList<(string Words, RedactionKind Kind)> HiddenElsewhere)
{
    private const int NameWordMinLength = 2;

    public static KnownIdentifiers Of(IEnumerable<string?> names, IReadOnlyList<string> schools, IEnumerable<(string Words, RedactionKind Kind)> hidden) => new(
        names.SelectMany(name => Collation.NameWords.Of(name)).Where(word => word.Length >= NameWordMinLength).ToHashSet(StringComparer.Ordinal),
        schools,
        [.. hidden.Where(h => h.Words.Length >= NameWordMinLength && !h.Words.Contains('\n', StringComparison.Ordinal))]);
}

/// <summary>A stretch that may have to be hidden.</summary>
public sealed record Proposal(Stretch Stretch, RedactionKind Kind, string Words)
{
    /// <summary>Neither hidden already nor declined before.</summary>
    public bool IsOpen(IEnumerable<Redaction> redactions) =>
        !redactions.Any(r => r.Hidden ? r.Stretch.Covers(Stretch) : r.Stretch == Stretch);
}
