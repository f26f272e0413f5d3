using System.Globalization;
using System.Text;
using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration.Words;

/// <summary>Who speaks, of whom, and what is so in their life: everything that must stay the same from one answer to the next.</summary>
internal sealed class Family
{
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five", "six", "seven"];
    private static readonly string[] Plans = ["an assessment", "a child in need plan", "child in need", "a CIN plan", "early help and then child in need"];
    private static readonly string[] ProtectionPlans = ["a child protection plan", "child protection", "a CP plan", "a child in need plan, before that child protection"];
    private static readonly string[] CareOrders = ["an interim care order", "a care order", "section 20", "a full care order"];

    private static readonly string[] GrandmothersChildren = ["the little ones", "the grandchildren", "the kids"];
    private static readonly string[] ParentsChildren = ["the kids", "the children", "my two", "my kids"];

    private readonly WorkerInPost _worker;
    private readonly string _sw;
    private readonly string _kid;
    private readonly string _kids;
    private readonly string _kidName;
    private readonly string _plan;
    private readonly string _long;
    private readonly bool _boy;
    private readonly int _kidAge;
    private readonly int _thisYear;

    public Family(ResponsePlan plan, DateOnly today, Dice dice)
    {
        _worker = plan.Worker;
        _thisYear = today.Year;
        var inCare = plan.Worker.AreaNumber == 2 || dice.Happens(0.08);
        Speaker = SpeakerOf(plan.Audience, inCare, dice);
        var months = dice.Between(1, dice.Happens(0.3) ? 40 : 14);
        _long = Duration(months, dice);
        Facts = (months < 3 ? Facts.New : dice.Happens(0.35) ? Facts.Changed : dice.Happens(0.5) ? Facts.Stable : Facts.None)
            | (inCare ? Facts.Care : Facts.Home)
            | (plan.Tier == Tier.Anonymous ? Facts.Anonymous : Facts.None)
            | (plan.Tier == Tier.Named ? Facts.Named : Facts.Unnamed);
        _plan = dice.Of<string>(inCare ? CareOrders : plan.Worker.AreaNumber == 1 ? ProtectionPlans : Plans);
        _boy = dice.Happens(0.5);
        _kidAge = dice.Between(3, 15);
        _kidName = _boy ? NameStock.Boy(dice) : NameStock.Girl(dice);
        _kid = dice.Happens(0.08) ? _kidName : Called(dice);
        _kids = dice.Of<string>(Speaker == Speakers.Grandmother ? GrandmothersChildren : ParentsChildren);
        var namesWorker = dice.Happens(plan.Tier == Tier.Anonymous ? 0.12 : 0.4);
        _sw = namesWorker ? plan.Worker.FirstName : dice.Happens(0.75) ? "my social worker" : Speaker == Speakers.Foster ? "the social worker" : "our social worker";
        RespondentName = $"{OwnForename(dice)} {NameStock.Surname(dice)}";
    }

    public Speakers Speaker { get; }

    public Facts Facts { get; }

    public string RespondentName { get; }

    public bool WorkerIsShe => _worker.Pronoun == "she";

    /// <exception cref="FormatException">No family has such a word.</exception>
    public string Word(string name, Dice dice) => name switch
    {
        "sw" => _sw,
        "worker" => _worker.FirstName,
        "she" => _worker.Pronoun,
        "her" => WorkerIsShe ? "her" : "him",
        "poss" => WorkerIsShe ? "her" : "his",
        "team" => _worker.TeamName.Replace("Team", "team", StringComparison.Ordinal),
        "kid" => _kid,
        "kid's" => _kid + "'s",
        "khe" => _boy ? "he" : "she",
        "khim" => _boy ? "him" : "her",
        "khis" => _boy ? "his" : "her",
        "kids" => _kids,
        "ex" => Speaker switch { Speakers.Mother => "their dad", Speakers.Father => "their mum", _ => "the parents" },
        "plan" => _plan,
        "long" => _long,
        "n" => Numbers[dice.Between(2, 6)],
        "respondent" => RespondentName,
        "email" => Email(dice),
        "kidname" => _kidName,
        "kidname2" => _boy ? NameStock.Girl(dice) : NameStock.Boy(dice),
        "kidage" => _kidAge.ToString(),
        "dob" => Birthday(dice),
        "workerfull" => _worker.Name,
        "otherfull" => $"{NameStock.Girl(dice)} {NameStock.Surname(dice)}",
        "relative" => NameStock.Girl(dice),
        "exname" => Speaker == Speakers.Father ? NameStock.Girl(dice) : NameStock.Boy(dice),
        "teacher" => $"Mrs {NameStock.Surname(dice)}",
        "phone" => NameStock.Telephone(dice),
        "street" => NameStock.Street(dice),
        "postcode" => NameStock.Postcode(dice),
        "school" => NameStock.School(Speaker == Speakers.Child || (Speaker != Speakers.Teenager && _kidAge < 11), dice),
        "case" => $"BCS/{dice.Between(100_000, 999_999)}",
        "handle" => $"{Plain(_kidName).ToLowerInvariant()}_demo{dice.Between(10, 99)}",
        _ => throw new FormatException($"There is no word <{name}>."),
    };

    public string Email(Dice dice) =>
        $"{Plain(RespondentName).ToLowerInvariant().Replace(' ', '.')}{dice.Between(1, 99)}@{DemonstrationAccount.Domain}";

    private static Speakers SpeakerOf(Audience audience, bool inCare, Dice dice)
    {
        if (audience == Audience.YoungPerson) return dice.Happens(0.6) ? Speakers.Teenager : Speakers.Child;
        return dice.Weighted(inCare ? [0.42, 0.16, 0.18, 0.24] : [0.66, 0.23, 0.11, 0]) switch
        {
            0 => Speakers.Mother,
            1 => Speakers.Father,
            2 => Speakers.Grandmother,
            _ => Speakers.Foster,
        };
    }

    private static string Duration(int months, Dice dice) => months switch
    {
        1 => dice.Of("a few weeks", "about a month", "four weeks", "three weeks"),
        2 => dice.Of("two months", "about eight weeks", "a couple of months"),
        <= 7 => dice.Of($"{Numbers[months]} months", $"about {Numbers[months]} months", $"{months} months"),
        <= 11 => dice.Of($"{months} months", $"about {months} months", "most of a year"),
        <= 14 => dice.Of("about a year", "a year", "just over a year", "12 months"),
        <= 21 => dice.Of("a year and a half", "18 months", "about a year and a half"),
        <= 30 => dice.Of("two years", "about two years", "over 2 years"),
        _ => dice.Of("three years", "about 3 years", "nearly four years"),
    };

    private string Called(Dice dice) => (Speaker, _boy) switch
    {
        (Speakers.Grandmother, true) => dice.Of("my grandson", "my grandson", "the little lad"),
        (Speakers.Grandmother, false) => dice.Of("my granddaughter", "my granddaughter", "the little girl"),
        (Speakers.Foster, true) => dice.Of("the little lad", "the lad we look after", "our foster son"),
        (Speakers.Foster, false) => dice.Of("the little girl", "the girl we look after", "our foster daughter"),
        (_, true) => dice.Of("my son", "my son", "my lad", "my little boy", "our youngest", "my eldest"),
        (_, false) => dice.Of("my daughter", "my daughter", "my little girl", "my girl", "our youngest", "my eldest"),
    };

    private string OwnForename(Dice dice) => Speaker switch
    {
        Speakers.Father => NameStock.Boy(dice),
        Speakers.Teenager or Speakers.Child when dice.Happens(0.5) => NameStock.Boy(dice),
        _ => NameStock.Girl(dice),
    };

    private string Birthday(Dice dice)
    {
        var day = dice.Between(1, 28);
        var month = dice.Between(1, 12);
        var year = _thisYear - _kidAge;
        return dice.Below(3) switch
        {
            0 => $"{day:D2}/{month:D2}/{year}",
            1 => $"{day}.{month}.{year % 100:D2}",
            _ => $"{day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {year}",
        };
    }

    /// <summary>Without accents and apostrophes, as names stand in addresses.</summary>
    internal static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var character in name.Replace('ł', 'l').Replace('Ł', 'L').Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(character) || character is ' ' or '-') plain.Append(character);
        }

        return plain.ToString();
    }
}
