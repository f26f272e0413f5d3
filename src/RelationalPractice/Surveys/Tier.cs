namespace RelationalPractice.Surveys;

/// <summary>How a family chose to be known (domain: the three ways to give feedback).</summary>
public enum Tier
{
    Named,
    WorkerOnly,
    Anonymous,
}
