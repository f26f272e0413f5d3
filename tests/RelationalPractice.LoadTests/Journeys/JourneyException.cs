namespace RelationalPractice.LoadTests.Journeys;

/// <summary>A journey that came to an end before its receipt code. The message is the kind of error, alike for all of its kind.</summary>
internal sealed class JourneyException(string kind) : Exception(kind);
